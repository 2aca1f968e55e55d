import type { AwardId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, ChoiceField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Records that money of an award came back, or that its payable was cancelled before it was paid. */
export class ReturnFunds extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;

  @CentsField()
  returnedCents!: Cents;

  @ChoiceField(['repaid', 'never-paid'])
  how!: 'repaid' | 'never-paid';

  @TextField({ optional: true, max: 2_000 })
  note?: string;
}
