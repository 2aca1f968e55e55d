import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The next round decides the proposal: this one could not (too few valid reviews, say). */
export interface ProposalDeferredData {
  readonly proposal: ProposalStanding;
  readonly fromQuarter: string;
  readonly reason: string;
  readonly deferredBy: readonly PersonId[];
}

export const ProposalDeferred = eventType<'ProposalDeferred', ProposalDeferredData>('ProposalDeferred', 1);
export type ProposalDeferred = EventOf<typeof ProposalDeferred>;
