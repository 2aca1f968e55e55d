import { PAYMENTS_AT_MOST } from '#contexts/payouts/commands/prepare-payout-batch';
import type { BatchId, PayableId } from '#kernel/ids/entity-id';
import { ChoiceField, DateField, IdField, ListField, PatternField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** What the bank says of one payment. */
export class BankResult {
  @IdField('pay')
  payableId!: PayableId;

  @ChoiceField(['settled', 'returned', 'unknown'])
  result!: 'settled' | 'returned' | 'unknown';

  @PatternField(/^R\d{2}$/, 'a return code like R03', {
    optional: true,
    max: 3,
    example: 'R03',
    description: 'Of a returned payment, and of no other.',
  })
  code?: string;

  @DateField({ description: 'The bank’s day.' })
  on!: PlainDate;

  @TextField({ optional: true, max: 100, description: 'How the bank’s statement names it.' })
  reference?: string;
}

/** Records what the bank answered to payments of an exported batch. */
export class RecordBankResults extends Requested {
  @IdField('bat', { path: true })
  batchId!: BatchId;

  @ListField(() => BankResult, { min: 1, max: PAYMENTS_AT_MOST })
  results!: BankResult[];
}
