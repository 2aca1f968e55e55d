import { AnsweredFlag } from '#contexts/incentives/commands/verify-claim';
import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { BooleanField, CentsField, IdField, ListField, TextField } from '#kernel/requested/field';
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

  @ListField(() => AnsweredFlag, {
    optional: true,
    min: 0,
    max: 10,
    description: 'Only to uphold a claim that nobody verified: its flags were not answered yet.',
  })
  flagsAnswered?: AnsweredFlag[];
}
