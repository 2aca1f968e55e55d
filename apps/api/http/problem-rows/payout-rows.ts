import { row } from './row';

const again = 'Nothing was stored: the same key may be sent again when that has changed.';

/** Payables, batches, bank results, receivables. */
export const PAYOUT_ROWS = {
  ALREADY_PAYABLE: row(409, 'The decision is payable already', 'See the payable named.', 'dec_… is payable as pay_….'),
  PAYABLE_UNKNOWN: row(409, 'No such payable', 'Name payables that are there.', 'There is no payable pay_….'),
  NOTHING_TO_PAY: row(
    409,
    'Nothing can be paid now',
    'See `figures` for how many were left out for which reason; each payable says what holds it.',
    'None of the payables can be paid now.',
  ),
  BATCH_MOVED: row(409, 'The batch has moved meanwhile', again, 'The batch holds other payments by now; try again.'),
  RESULTS_FLAWED: row(422, 'The results do not fit the batch', 'See `errors`; none of them was taken.', 'See errors.'),
  PAYMENT_UNKNOWN: row(
    422,
    'The batch holds no such payment',
    'Name payments of the batch.',
    'pay_… is not in the batch.',
  ),
  RESULT_REPEATED: row(422, 'A payment is answered twice', 'Answer each once.', 'pay_… is answered twice.'),
  RETURN_CODE: row(
    422,
    'Code and result do not fit',
    'Send `code` with a returned payment, and with no other.',
    'A returned payment has the bank’s code, and no other has one.',
  ),
  PAID_IN_FUTURE: row(
    409,
    'The day lies in the future',
    'Name the bank’s day.',
    'It is 2026-10-02; no bank can have answered on 2026-10-03.',
  ),
  RESULT_CONFLICT: row(
    422,
    'The bank said something else before',
    'Find out which is true; what is on record for good is not changed by a list.',
    'pay_… is on record as settled; the list says returned.',
  ),
  NOT_PAID: row(409, 'Nothing has been paid yet', again, 'Nothing has been paid yet of which rcv_… could come back.'),
} as const;
