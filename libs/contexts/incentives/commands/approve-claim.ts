import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The network decides to pay; without an amount, as much as catalogue and headroom allow. */
export class ApproveClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @CentsField({ optional: true })
  approvedCents?: Cents;

  @TextField({ optional: true, max: 2_000 })
  reason?: string;
}
