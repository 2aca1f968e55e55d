import type { ApprovalId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The act that was asked for shall not be. */
export class RejectApproval extends Requested {
  @IdField('apr', { path: true })
  approvalId!: ApprovalId;

  @TextField({ optional: true, max: 2_000 })
  note?: string;
}
