import type { ClaimId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The network turns the claim down and says why; the partner may appeal. */
export class DenyClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @TextField({ max: 2_000 })
  reason!: string;
}
