import type { ProposalId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The partner takes a proposal back before the close. */
export class WithdrawProposal extends Requested {
  @IdField('prp', { path: true })
  proposalId!: ProposalId;
}
