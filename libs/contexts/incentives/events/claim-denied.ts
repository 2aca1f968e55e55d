import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ClaimId, DecisionId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

/** The claim is turned down; its headroom is free again, its outcome only when no appeal can come any more. */
export interface ClaimDeniedData {
  readonly claim: ClaimStanding;
  readonly decisionId: DecisionId;
  /** What was held for the claim until now and is free again. */
  readonly releasedCents: Cents;
  readonly cap: CapMove;
  /** Claims on the same outcome that this one no longer stands against. */
  readonly rivals: readonly ClaimId[];
  readonly deniedBy: readonly PersonId[];
  readonly reason: string;
  /** Exclusive. Until then the outcome stays held and the partner may appeal. */
  readonly appealableUntil: Instant;
}

export const ClaimDenied = eventType<'ClaimDenied', ClaimDeniedData>('ClaimDenied', 1);
export type ClaimDenied = EventOf<typeof ClaimDenied>;
