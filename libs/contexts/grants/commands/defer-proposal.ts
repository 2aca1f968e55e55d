import type { ProposalId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Leaves a proposal to the next round. */
export class DeferProposal extends Requested {
  @IdField('prp', { path: true })
  proposalId!: ProposalId;

  @TextField({ max: 2_000 })
  reason!: string;
}
