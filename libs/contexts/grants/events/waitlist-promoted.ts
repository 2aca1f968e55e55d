import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { SlateLine } from '#contexts/grants/events/slate';
import type { Payment } from '#contexts/grants/policy/grants-policy';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { DecisionId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

/** Money came free: the same walk over the lines that waited. No partial award is topped up. */
export interface WaitlistPromotedData {
  readonly quarter: string;
  readonly decisionId: DecisionId;
  /** The lines that wait no longer, as they now stand. */
  readonly lines: readonly SlateLine[];
  readonly leftBeforeCents: Cents;
  readonly leftAfterCents: Cents;
  readonly pool: PoolStanding;
  readonly payment: Payment;
  readonly offersLapseAt: Instant;
  readonly promotedBy: readonly PersonId[];
}

export const WaitlistPromoted = eventType<'WaitlistPromoted', WaitlistPromotedData>('WaitlistPromoted', 1);
export type WaitlistPromoted = EventOf<typeof WaitlistPromoted>;
