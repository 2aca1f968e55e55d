import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { BooleanField, CentsField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Somebody who neither verified nor denied decides an appeal for good. */
export class DecideAppeal extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @BooleanField({ description: 'True: the claim is approved after all.' })
  upheld!: boolean;

  @CentsField({ optional: true, description: 'Only with upheld; without it, as much as catalogue and headroom allow.' })
  approvedCents?: Cents;

  @TextField({ max: 2_000 })
  reason!: string;
}
