import type { ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, IdField, IntegerField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A reviewer scores a proposal by the rubric: whole scores from 1 to 5. */
export class ReviewProposal extends Requested {
  @IdField('prp', { path: true })
  proposalId!: ProposalId;

  @IntegerField({ min: 1, max: 5, description: 'Alignment with the engagement goals.' })
  alignment!: number;

  @IntegerField({ min: 1, max: 5, description: 'Anticipated reach.' })
  reach!: number;

  @CentsField({ optional: true, description: 'What the reviewer would give, when not the whole request.' })
  recommendedCents?: Cents;

  @TextField({ max: 4_000 })
  comment!: string;
}
