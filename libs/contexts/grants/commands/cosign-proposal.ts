import type { ProposalId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Staff of the partner stand behind a champion's or program manager's proposal. */
export class CosignProposal extends Requested {
  @IdField('prp', { path: true })
  proposalId!: ProposalId;
}
