import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The partner took a proposal back before the close. */
export interface ProposalWithdrawnData {
  readonly proposal: ProposalStanding;
  readonly withdrawnBy: readonly PersonId[];
}

export const ProposalWithdrawn = eventType<'ProposalWithdrawn', ProposalWithdrawnData>('ProposalWithdrawn', 1);
export type ProposalWithdrawn = EventOf<typeof ProposalWithdrawn>;
