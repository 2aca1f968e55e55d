import type { ProposalId } from '#kernel/ids/entity-id';
import { BooleanField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A reviewer says whether they have a conflict of interest; before it they see no text. */
export class DeclareConflict extends Requested {
  @IdField('prp', { path: true })
  proposalId!: ProposalId;

  @BooleanField()
  conflict!: boolean;

  @TextField({ optional: true, max: 2_000 })
  reason?: string;
}
