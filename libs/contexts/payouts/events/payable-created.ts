import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { AwardId, ClaimId, DecisionId, PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/** Money of one fund is never offset against another's. */
export type Fund = 'incentives' | 'grants';

/** What the money is for: exactly one approved claim, or one award of a round. */
export type PayableSource =
  | { readonly kind: 'claim'; readonly claimId: ClaimId }
  | { readonly kind: 'award'; readonly awardId: AwardId; readonly quarter: string };

/** Why a payable may not be paid yet. */
export type PayableHold = 'no-w9' | 'payee-unverified' | 'bank-changed' | 'partner-paused' | 'decision-reversed';

/** Who has held which duty on this money until now: copied from the decision, judged by every later one (G21). */
export interface PayableDuties {
  readonly submitted: readonly PersonId[];
  readonly verified: readonly PersonId[];
  readonly approved: readonly PersonId[];
}

/** The network owes a partner money by one decision. */
export interface PayableCreatedData {
  /** Derived from the decision's id: one decision, one payable (G7). */
  readonly payableId: PayableId;
  readonly decisionId: DecisionId;
  readonly fund: Fund;
  readonly source: PayableSource;
  readonly partnerId: PartnerId;
  readonly programYear: number;
  /** Of the catalogue; `marketing-grant` for an award. */
  readonly outcomeType: string;
  /** The day of the outcome, or of the round's decision. */
  readonly outcomeDate: PlainDate;
  readonly decidedAt: Instant;
  readonly amountCents: Cents;
  readonly duties: PayableDuties;
  readonly holds: readonly PayableHold[];
}

export const PayableCreated = eventType<'PayableCreated', PayableCreatedData>('PayableCreated', 1);
export type PayableCreated = EventOf<typeof PayableCreated>;
