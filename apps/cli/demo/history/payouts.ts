import { ApprovePayoutBatch } from '#contexts/payouts/commands/approve-payout-batch';
import { ExportPayoutBatch } from '#contexts/payouts/commands/export-payout-batch';
import { PreparePayoutBatch } from '#contexts/payouts/commands/prepare-payout-batch';
import { RecordBankResults } from '#contexts/payouts/commands/record-bank-results';
import { RepayPayable } from '#contexts/payouts/commands/repay-payable';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { finance } from '../people';
import { batchIdOf } from '../simulation/names';
import { asItLies, ifItCanBeDone } from '../simulation/settle';
import { asTheBankSays, whatCameBack } from '../simulation/settle-payments';
import type { Step } from '../simulation/step';
import { askOf } from '../simulation/step';
import { deskAt } from './calendar-of-a-year';

const MONTHS = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'));
/** One account is wrong in May of the first year; in September nobody could say for a week what became of a payment. */
const [RETURNED_IN, UNKNOWN_IN] = ['05', '09'];

/**
 * What is owed is paid in the middle of each month, all of it that can be: finance-2 prepares (finance-1 has called every
 * partner back about its account, and so pays none), finance-3 approves, and the bank answers some days later.
 */
export function payoutsOf(years: readonly number[]): readonly Step[] {
  const [first] = years;
  return years.flatMap((year) =>
    MONTHS.flatMap((month) => payoutSteps(plainDate(`${year}-${month}-15`), year === first ? month : '')),
  );
}

function payoutSteps(day: PlainDate, special: string): readonly Step[] {
  const name = `payout ${day.slice(0, 7)}`;
  const batch = { batchId: batchIdOf(name) };
  const answered = addDays(day, 4);
  const news = special === RETURNED_IN ? 'returned' : special === UNKNOWN_IN ? 'unknown' : undefined;
  const results = { ...batch, results: [] };
  return [
    on(day, 9, askOf(finance('finance-2'), name, PreparePayoutBatch, {})),
    on(day, 13, askOf(finance('finance-3'), `approve ${name}`, ApprovePayoutBatch, batch)),
    { ...on(day, 15, askOf(finance('finance-2'), `export ${name}`, ExportPayoutBatch, batch)), settle: asItLies },
    {
      ...on(answered, 10, askOf(finance('finance-2'), `results of ${name}`, RecordBankResults, results)),
      settle: asTheBankSays(name, answered, news),
    },
    ...(news === 'returned' ? [paidAgain(name, addDays(answered, 3))] : []),
    ...(news === 'unknown' ? [known(name, addDays(answered, 7))] : []),
  ];
}

function paidAgain(name: string, day: PlainDate): Step {
  const members = { payableId: 'pay_' as const, reason: 'The partner sent its account number again.' };
  const ask = askOf(finance('finance-3'), `repay of ${name}`, RepayPayable, members);
  return { ...on(day, 11, ask), settle: whatCameBack(name) };
}

/** The bank has found the payment. */
function known(name: string, day: PlainDate): Step {
  const results = { batchId: batchIdOf(name), results: [] };
  const ask = askOf(finance('finance-2'), `rest of the results of ${name}`, RecordBankResults, results);
  return { ...on(day, 10, ask), settle: asTheBankSays(name, day) };
}

function on(day: PlainDate, hour: number, ask: Step['asks'][number]): Step {
  return { at: deskAt(day, hour), asks: [ask], settle: ifItCanBeDone };
}
