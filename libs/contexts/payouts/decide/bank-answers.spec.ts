import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import type { Command } from '../../../../test/support/given-when-then';
import {
  batchId,
  DAY,
  fay,
  fin,
  given,
  left,
  owed,
  payableId,
  payAgain,
  payment,
  prepare,
  results,
  said,
  stateOf,
} from '../../../../test/support/payouts';

/** The batch `b` of "one" and "two", after its file. */
const gone = () => left('b', owed('one'), owed('two', 50_000));
const batchOf = (scenario: ReturnType<typeof gone>): BatchStanding =>
  stateOf(scenario).batches.get(batchId('b'))!.standing;
const common = { reference: null, recordedBy: [fin] };

describe('RecordBankResults', () => {
  it('is an event a payment, and the batch is answered when nothing is left to be said', () => {
    const scenario = gone();
    const batch = batchOf(scenario);
    const settled = { ...batch, settledCents: 100_000 } as BatchStanding;
    const answered = { ...settled, status: 'answered', returnedCents: 50_000 } as BatchStanding;
    scenario.when(results('b', said('one', 'settled', { reference: 'ACH 17' }), said('two', 'returned'))).then(
      PaymentSettled({
        ...{ ...common, batch: settled, payment: payment('one'), reference: 'ACH 17' },
        ...{ settledOn: DAY, from: 'bank' },
      }),
      PaymentReturned({
        ...{ ...common, batch: answered, payment: payment('two', 50_000) },
        ...{ returnedOn: DAY, code: 'R03', from: 'bank' },
      }),
    );
  });

  it('tells which payments it was about, and the batch after the last', () => {
    const scenario = gone();
    const { batchId: id, ...batch } = batchOf(scenario);
    scenario.when(results('b', said('one', 'settled'), said('two', 'unknown'))).thenReply({
      status: 200,
      body: {
        ...{ id, ...batch, settledCents: 100_000, unknownCents: 50_000 },
        recorded: [
          { payableId: payableId('one'), result: 'settled' },
          { payableId: payableId('two'), result: 'unknown' },
        ],
      },
    });
  });

  it('takes again what it was told before, and a word for what was unknown', () => {
    const scenario = gone()
      .when(results('b', said('one', 'settled'), said('two', 'unknown')))
      .thenAccepted();
    const batch = { ...batchOf(scenario), status: 'answered', settledCents: 150_000, unknownCents: 0 } as BatchStanding;
    scenario
      .when(results('b', said('one', 'settled'), said('two', 'settled')))
      .then(PaymentSettled({ ...common, batch, payment: payment('two', 50_000), settledOn: DAY, from: 'bank' }))
      .when(results('b', said('two', 'settled')))
      .thenNotNow('NOTHING_CHANGED');
  });

  it('says that nobody knows, and nothing pays it meanwhile', () => {
    const scenario = gone();
    const batch = { ...batchOf(scenario), unknownCents: 100_000 } as BatchStanding;
    scenario
      .when(results('b', said('one', 'unknown')))
      .then(PaymentUnclear({ ...common, batch, payment: payment('one') }))
      .when(prepare('again', { payableIds: [payableId('one')] }))
      .thenNotNow('NOTHING_TO_PAY', { figures: { 'in-batch': 1 } })
      .when(payAgain('one'))
      .thenNotNow('NOT_OPEN');
  });

  it('says no in this order: absent, not gone, flawed with every flaw in its place, nothing new', () => {
    given()
      .when(results('b', said('one', 'settled')))
      .thenNotNow('NOT_FOUND', { status: 404 });
    given(owed('one'))
      .when(prepare('b'))
      .thenAccepted()
      .when(results('b', said('one', 'settled')))
      .thenNotNow('NOT_OPEN');
    const flaw = (index: number, pointer: string, code: string) =>
      expect.objectContaining({ pointer: `#/results/${index}/${pointer}`, code });
    gone()
      .when(results('b', said('one', 'returned'), said('two', 'settled')))
      .thenAccepted()
      .when(
        results(
          'b',
          ...[said('other', 'settled'), said('one', 'returned', { code: undefined }), said('one', 'settled')],
          ...[said('two', 'settled', { code: 'R01' }), said('two', 'settled')],
        ),
      )
      .thenNotNow('RESULTS_FLAWED', {
        status: 422,
        errors: [
          flaw(0, 'payableId', 'PAYMENT_UNKNOWN'),
          flaw(1, 'code', 'RETURN_CODE'),
          flaw(2, 'payableId', 'RESULT_REPEATED'),
          flaw(3, 'code', 'RETURN_CODE'),
          flaw(4, 'payableId', 'RESULT_REPEATED'),
        ],
      })
      .when(results('b', said('one', 'settled'), said('two', 'settled', { on: '2026-08-05' })))
      .thenNotNow('RESULTS_FLAWED', {
        errors: [flaw(0, 'result', 'RESULT_CONFLICT'), flaw(1, 'on', 'PAID_IN_FUTURE')],
      })
      .when(results('b', said('one', 'returned')))
      .thenNotNow('NOTHING_CHANGED');
  });
});

const resolve = (key: string, outcome: string, on: string = DAY): Command => ({
  ...{ name: 'ResolvePayment', by: fay, onBehalfOf: fin, role: 'finance' },
  payload: { payableId: payableId(key), outcome, on, reason: 'They showed the statement.' },
});

describe('ResolvePayment', () => {
  const unclear = () =>
    gone()
      .when(results('b', said('one', 'unknown')))
      .thenAccepted();

  it('is two people’s word where the bank has none', () => {
    const scenario = unclear();
    const batch = { ...batchOf(scenario), settledCents: 100_000, unknownCents: 0 } as BatchStanding;
    scenario.when(resolve('one', 'settled')).then(
      PaymentSettled({
        ...{ batch, payment: payment('one'), settledOn: DAY, from: 'two-people' },
        ...{ reference: 'They showed the statement.', recordedBy: [fay, fin] },
      }),
    );
    unclear()
      .when(resolve('one', 'returned'))
      .thenAccepted({ code: 'R00', from: 'two-people' })
      .when(results('b', said('one', 'settled')))
      .thenNotNow('RESULTS_FLAWED');
  });

  it('says no in this order: absent, known, in the future', () => {
    given().when(resolve('one', 'settled')).thenNotNow('NOT_FOUND', { status: 404 });
    gone().when(resolve('one', 'settled')).thenNotNow('NOT_OPEN');
    unclear()
      .when(resolve('one', 'settled', '2026-08-05'))
      .thenNotNow('PAID_IN_FUTURE');
  });
});
