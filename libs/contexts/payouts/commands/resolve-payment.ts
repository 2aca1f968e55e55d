import type { PayableId } from '#kernel/ids/entity-id';
import { ChoiceField, DateField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** Two people say what became of a payment of which the bank could not. */
export class ResolvePayment extends Requested {
  @IdField('pay', { path: true })
  payableId!: PayableId;

  @ChoiceField(['settled', 'returned'])
  outcome!: 'settled' | 'returned';

  @DateField({ description: 'The day on which it arrived, or came back.' })
  on!: PlainDate;

  @TextField({ max: 2_000, description: 'How they know: whom they asked, what they saw.' })
  reason!: string;
}
