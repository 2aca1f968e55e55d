import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** Whole scores from 1 to 5, and what they make by the rubric's weights. */
export interface Review {
  readonly alignment: number;
  readonly reach: number;
  readonly points: number;
  readonly recommendedCents: Cents | null;
}

/** A reviewer scored a proposal by the rubric; a later score of theirs replaces it until the round is decided. */
export interface ProposalReviewedData {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly reviewerId: PersonId;
  readonly reviewedBy: readonly PersonId[];
  readonly review: Review;
  readonly comment: string;
}

export const ProposalReviewed = eventType<'ProposalReviewed', ProposalReviewedData>('ProposalReviewed', 1);
export type ProposalReviewed = EventOf<typeof ProposalReviewed>;
