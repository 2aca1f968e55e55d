import type { BankResult, RecordBankResults } from '#contexts/payouts/commands/record-bank-results';
import { answered } from '#contexts/payouts/decide/bank-answer';
import { named, paymentIn } from '#contexts/payouts/decide/batch-act';
import { unless } from '#contexts/payouts/decide/no';
import type { DayFacts } from '#contexts/payouts/decide/resolve-payment';
import type { Batch, PayoutsState } from '#contexts/payouts/decide/state';
import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import { present } from '#kernel/assert/assert';
import type { Answer, Flaw, NotNow } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PlainDate } from '#kernel/time/plain-date';

export type PaymentAnswer =
  NewEventOf<typeof PaymentSettled> | NewEventOf<typeof PaymentReturned> | NewEventOf<typeof PaymentUnclear>;

/**
 * Takes the bank's word on each payment: an event a payment, in the order given. What it said before it may say again; a
 * word that contradicts what is known already stops the whole list, for then somebody has to look.
 */
export function recordBankResults(
  { batchId, results }: RecordBankResults,
  { batches }: Readonly<PayoutsState>,
  facts: DayFacts,
): Answer<PaymentAnswer> {
  const batch = batches.get(batchId);
  if (batch === undefined) return notFound;
  const not =
    unless(named(batch), 'record results of', ['exported', 'answered']) ?? flawed(results, batch, facts.today);
  if (not !== undefined) return not;
  let standing: BatchStanding = batch.standing;
  const [first, ...others] = results
    .filter(({ payableId, result }) => batch.answers.get(payableId) !== result)
    .map((result) => {
      const { payableId } = result;
      standing = answered(standing, paymentIn(batch, payableId), batch.answers.get(payableId), result.result);
      return eventOf(result, batch, standing, facts);
    });
  if (first === undefined) return notNow('NOTHING_CHANGED', 'All of it is on record already.', { batchId });
  return { kind: 'accepted', events: [first, ...others] };
}

function eventOf(result: BankResult, batch: Batch, standing: BatchStanding, facts: DayFacts): PaymentAnswer {
  const payment = paymentIn(batch, result.payableId);
  const common = { batch: standing, payment, reference: result.reference ?? null, recordedBy: actingPeople(facts) };
  if (result.result === 'unknown') return PaymentUnclear(common);
  if (result.result === 'settled') return PaymentSettled({ ...common, settledOn: result.on, from: 'bank' });
  const code = present(result.code, 'the code of a returned payment');
  return PaymentReturned({ ...common, returnedOn: result.on, code, from: 'bank' });
}

/** All that is wrong with a list, each with its place. */
function flawed(results: readonly BankResult[], batch: Batch, today: PlainDate): NotNow | undefined {
  const errors = results.flatMap((result, index) => {
    const flaw = flawOf(result, results.slice(0, index), batch, today);
    return flaw === undefined ? [] : [{ ...flaw, pointer: `#/results/${index}/${flaw.pointer}` }];
  });
  const [first] = errors;
  if (first === undefined) return undefined;
  return { ...notNow('RESULTS_FLAWED', first.detail, { flaws: errors.length }), status: 422, errors };
}

function flawOf(
  { payableId, result, code, on }: BankResult,
  before: readonly BankResult[],
  { payments, answers }: Batch,
  today: PlainDate,
): Flaw | undefined {
  const flaw = (pointer: string, what: string, detail: string): Flaw => ({ pointer, code: what, detail });
  if (!payments.has(payableId)) return flaw('payableId', 'PAYMENT_UNKNOWN', `${payableId} is not in the batch.`);
  if (before.some((one) => one.payableId === payableId)) {
    return flaw('payableId', 'RESULT_REPEATED', `${payableId} is answered twice.`);
  }
  if ((result === 'returned') !== (code !== undefined)) {
    return flaw('code', 'RETURN_CODE', 'A returned payment has the bank’s code, and no other has one.');
  }
  if (on > today) return flaw('on', 'PAID_IN_FUTURE', `It is ${today}; no bank can have answered on ${on}.`);
  const known = answers.get(payableId);
  if (known === undefined || known === 'unknown' || known === result) return undefined;
  return flaw('result', 'RESULT_CONFLICT', `${payableId} is on record as ${known}; the list says ${result}.`);
}
