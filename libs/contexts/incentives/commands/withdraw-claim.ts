import type { ClaimId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The partner takes a claim back before it is decided. */
export class WithdrawClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;
}
