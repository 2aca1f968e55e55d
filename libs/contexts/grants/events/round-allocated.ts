import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { Slate } from '#contexts/grants/events/slate';
import type { Payment } from '#contexts/grants/policy/grants-policy';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { DecisionId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** The whole round is decided by one command of two people: offers, waitlist and what is not funded. */
export interface RoundAllocatedData {
  readonly round: RoundStanding;
  readonly decisionId: DecisionId;
  readonly slate: Slate;
  readonly pool: PoolStanding;
  readonly payment: Payment;
  readonly offersLapseAt: Instant;
  readonly requestedBy: readonly PersonId[];
  readonly confirmedBy: readonly PersonId[];
  /** Lines of the year's earlier rounds whose waiting ends with this decision. */
  readonly waitlistEnded: readonly ProposalId[];
  /** The rounds of those lines. */
  readonly endedRounds: readonly string[];
}

export const RoundAllocated = eventType<'RoundAllocated', RoundAllocatedData>('RoundAllocated', 1);
export type RoundAllocated = EventOf<typeof RoundAllocated>;
