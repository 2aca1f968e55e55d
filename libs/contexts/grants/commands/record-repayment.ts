import type { AwardId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Money that an award owed came back. Issued by the reaction on `ReceivableRepaid`, never by a person. */
export class RecordRepayment extends Requested {
  @IdField('awd')
  awardId!: AwardId;

  @CentsField()
  repaidCents!: Cents;
}
