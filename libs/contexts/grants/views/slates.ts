import type { AwardId, DecisionId, PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

/** A line of a slate, as it stands after promotions. */
export interface SlateLineDocument {
  readonly rank: number;
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly scorePoints: number;
  readonly requestedCents: Cents;
  readonly recommendedCents: Cents;
  readonly baseCents: Cents;
  readonly awardedCents: Cents;
  readonly outcome: 'awarded' | 'partial' | 'waitlisted' | 'not-funded';
  readonly because: readonly string[];
  readonly awardId?: AwardId;
}

/** What a round decides in all, as its event carries it. */
export interface SlateShape {
  readonly quarter: string;
  readonly capPerPartnerCents: Cents;
  readonly leftBeforeCents: Cents;
  readonly leftAfterCents: Cents;
  readonly lines: readonly SlateLineDocument[];
  readonly leftOut: readonly {
    readonly proposalId: ProposalId;
    readonly partnerId: PartnerId;
    readonly reason: string;
  }[];
  readonly inputsHash: string;
  readonly slateHash: string;
}

/** A decided round's slate: the decision, what was promoted since, and proposals that stand beside it. Key: the quarter. */
export interface SlateDocument extends SlateShape {
  readonly decisionId: DecisionId;
  readonly decidedAt: Instant;
  readonly requestedBy: readonly PersonId[];
  readonly confirmedBy: readonly PersonId[];
  readonly promotions: readonly {
    readonly decisionId: DecisionId;
    readonly at: Instant;
    readonly proposalIds: readonly ProposalId[];
    readonly leftAfterCents: Cents;
  }[];
  /** Slates as they would have been without a review that a late conflict voided. The decision stands until reversed. */
  readonly recomputed: readonly {
    readonly at: Instant;
    readonly proposalId: ProposalId;
    readonly reviewerId: PersonId;
    readonly slate: SlateShape;
  }[];
  readonly revision: number;
}

/** For the network's own people: a partner never sees another's score. */
export const slatesView: View<SlateDocument> = {
  name: 'grant-slates',
  version: 1,
  partnerOf: () => null,
  fields: { quarter: 'text' },
  totals: [],
};
