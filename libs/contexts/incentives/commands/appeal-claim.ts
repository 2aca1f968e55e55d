import type { ClaimId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The partner contradicts a denial while the window is open. */
export class AppealClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @TextField({ max: 2_000 })
  grounds!: string;
}
