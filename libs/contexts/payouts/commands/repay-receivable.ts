import type { ReceivableId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, DateField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** Records that a partner gave back what it owed, or a part of it. */
export class RepayReceivable extends Requested {
  @IdField('rcv', { path: true })
  receivableId!: ReceivableId;

  @CentsField()
  repaidCents!: Cents;

  @DateField({ description: 'The bank’s day.' })
  receivedOn!: PlainDate;

  @TextField({ optional: true, max: 2_000 })
  note?: string;
}
