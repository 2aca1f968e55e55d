import type { PersonId, ProposalId } from '#kernel/ids/entity-id';
import { IdField, IdsField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Names the people who are to review a proposal, beside those named before. */
export class AssignReviewers extends Requested {
  @IdField('prp', { path: true })
  proposalId!: ProposalId;

  @IdsField('per', { min: 1, max: 10 })
  reviewerIds!: PersonId[];
}
