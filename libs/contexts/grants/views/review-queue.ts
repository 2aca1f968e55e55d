import type { ProposalDocument, ReviewerEntry } from '#contexts/grants/views/proposals';
import type { PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** What stands between a proposal and the decision of its round. */
export interface ReviewQueueRow {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly submittedAt: Instant;
  readonly validReviews: number;
  readonly neededReviews: number;
  /** Too few reviewers are left to reach the reviews that it needs: more must be assigned, or it is deferred. */
  readonly assignMore: number;
  readonly owed: readonly { readonly reviewerId: PersonId; readonly owes: 'declaration' | 'review' }[];
}

/** The proposals of a quarter that wait for reviews, the oldest first, and what each of their reviewers still owes. */
export function reviewQueue(
  proposals: readonly ProposalDocument[],
  quarter: string,
  neededReviews: number,
): readonly ReviewQueueRow[] {
  return proposals
    .filter((one) => one.quarter === quarter && one.status === 'submitted')
    .map((one) => queued(one, neededReviews))
    .filter(({ owed, assignMore }) => owed.length > 0 || assignMore > 0)
    .sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : a.submittedAt > b.submittedAt ? 1 : 0));
}

function queued(
  { id, partnerId, quarter, submittedAt, validReviews, reviewers }: ProposalDocument,
  neededReviews: number,
): ReviewQueueRow {
  const owed = reviewers.filter(stillOwes).map(({ reviewerId, declared }) => ({
    reviewerId,
    owes: declared ? ('review' as const) : ('declaration' as const),
  }));
  const assignMore = Math.max(0, neededReviews - validReviews - owed.length);
  return { proposalId: id, partnerId, quarter, submittedAt, validReviews, neededReviews, assignMore, owed };
}

const stillOwes = ({ recused, review }: ReviewerEntry): boolean => !recused && review === null;

/** What one reviewer owes: their part of `my-work`. */
export const owedBy = (queue: readonly ReviewQueueRow[], person: PersonId): readonly ReviewQueueRow[] =>
  queue.filter(({ owed }) => owed.some(({ reviewerId }) => reviewerId === person));
