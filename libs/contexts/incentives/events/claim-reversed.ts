import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ClaimId, DecisionId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** `ineligible` keeps the outcome held for good: it was never one. */
export type ReversalReason = 'error' | 'duplicate' | 'ineligible';

/** An approval is taken back, whole or in part. It credits the cap year of the claim, whenever it happens (examples.md E4). */
export interface ClaimReversedData {
  /** `reversedCents` of the standing is the sum of all reversals. */
  readonly claim: ClaimStanding;
  readonly decisionId: DecisionId;
  /** What this reversal takes back. */
  readonly reversedCents: Cents;
  readonly cap: CapMove;
  /** Claims on the same outcome that this one no longer stands against; none while a part stays approved. */
  readonly rivals: readonly ClaimId[];
  readonly reversedBy: readonly PersonId[];
  readonly reason: ReversalReason;
  readonly note: string;
  /** The month, in the program's zone, to which it posts: never one that was closed before. */
  readonly period: string;
}

export const ClaimReversed = eventType<'ClaimReversed', ClaimReversedData>('ClaimReversed', 1);
export type ClaimReversed = EventOf<typeof ClaimReversed>;
