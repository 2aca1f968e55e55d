import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** The partner took the claim back before a decision; headroom and outcome are free again. */
export interface ClaimWithdrawnData {
  readonly claim: ClaimStanding;
  /** What was held for the claim until now and is free again. */
  readonly releasedCents: Cents;
  readonly cap: CapMove;
  /** Claims on the same outcome that this one no longer stands against. */
  readonly rivals: readonly ClaimId[];
  readonly withdrawnBy: readonly PersonId[];
}

export const ClaimWithdrawn = eventType<'ClaimWithdrawn', ClaimWithdrawnData>('ClaimWithdrawn', 1);
export type ClaimWithdrawn = EventOf<typeof ClaimWithdrawn>;
