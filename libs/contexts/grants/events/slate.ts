import type { AwardId, PartnerId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** What lowered the figure, in the order of the walk; or the score that kept a proposal from being walked at all. */
export type SlateReason = 'REVIEW' | 'CAP' | 'HEADROOM' | 'MONEY' | 'MIN_SCORE';
export type SlateOutcome = 'awarded' | 'partial' | 'waitlisted' | 'not-funded';

/** What a round decides of one proposal, and why. */
export interface SlateLine {
  readonly rank: number;
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  /** floor(100 · mean review): for people. The order goes by the exact fraction. */
  readonly scorePoints: number;
  readonly requestedCents: Cents;
  readonly recommendedCents: Cents;
  readonly baseCents: Cents;
  readonly awardedCents: Cents;
  readonly outcome: SlateOutcome;
  readonly because: readonly SlateReason[];
  /** Of the offer, where there is one. */
  readonly awardId?: AwardId;
}

/** A proposal of the round that is not decided on its merits. */
export interface LeftOut {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly reason: 'NOT_COSIGNED' | 'PARTNER_EXITED' | 'REPORT_OVERDUE' | 'REVIEWS_MISSING';
}

/** The complete ordered result of a round. */
export interface Slate {
  readonly quarter: string;
  readonly capPerPartnerCents: Cents;
  readonly leftBeforeCents: Cents;
  readonly leftAfterCents: Cents;
  readonly lines: readonly SlateLine[];
  readonly leftOut: readonly LeftOut[];
  /** SHA-256 of everything that the allocation was computed from. */
  readonly inputsHash: string;
  /** SHA-256 of this slate: what the two people who decide the round have both seen. */
  readonly slateHash: string;
}
