import type { PayableId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Has a payment that the bank returned paid again: a new attempt, in a new batch. */
export class RepayPayable extends Requested {
  @IdField('pay', { path: true })
  payableId!: PayableId;

  @TextField({ max: 2_000 })
  reason!: string;
}
