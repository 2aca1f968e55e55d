import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { Payment } from '#contexts/payouts/events/payment';
import { add, subtract } from '#kernel/money/cents';

/** What became of a payment. */
export type BankWord = 'settled' | 'returned' | 'unknown';

/** The batch once a payment of which `before` was known is answered: answered itself when nothing is left to be said. */
export function answered(
  batch: BatchStanding,
  { amountCents }: Payment,
  before: BankWord | undefined,
  word: BankWord,
): BatchStanding {
  const unknownCents = before === 'unknown' ? subtract(batch.unknownCents, amountCents) : batch.unknownCents;
  const known = { ...batch, unknownCents };
  const after = {
    ...known,
    ...(word === 'settled' ? { settledCents: add(known.settledCents, amountCents) } : {}),
    ...(word === 'returned' ? { returnedCents: add(known.returnedCents, amountCents) } : {}),
    ...(word === 'unknown' ? { unknownCents: add(known.unknownCents, amountCents) } : {}),
  };
  const done = add(after.settledCents, after.returnedCents) === after.totalCents;
  return { ...after, status: done ? 'answered' : 'exported' };
}
