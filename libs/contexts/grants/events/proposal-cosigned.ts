import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** Staff of the partner stand behind a champion's or program manager's proposal ("with RP oversight"). */
export interface ProposalCosignedData {
  readonly proposal: ProposalStanding;
  readonly cosignedBy: readonly PersonId[];
}

export const ProposalCosigned = eventType<'ProposalCosigned', ProposalCosignedData>('ProposalCosigned', 1);
export type ProposalCosigned = EventOf<typeof ProposalCosigned>;
