import type { ApprovalId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Another person wants the act that was asked for. */
export class ConfirmApproval extends Requested {
  @IdField('apr', { path: true })
  approvalId!: ApprovalId;

  @TextField({ optional: true, max: 2_000 })
  note?: string;
}
