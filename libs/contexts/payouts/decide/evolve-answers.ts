import type { BankWord } from '#contexts/payouts/decide/bank-answer';
import { answered } from '#contexts/payouts/decide/bank-answer';
import type { PayableStatus, PayoutsState } from '#contexts/payouts/decide/state';
import type { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import type { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import type { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import { assert, present } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';

type PaymentEvent = PaymentSettled | PaymentReturned | PaymentUnclear;

const SAYS: Readonly<Record<PaymentEvent['type'], readonly [BankWord, PayableStatus]>> = {
  PaymentSettled: ['settled', 'paid'],
  PaymentReturned: ['returned', 'returned'],
  PaymentUnclear: ['unknown', 'unknown'],
};

/** What became of an instruction that left. Each is answered for good once; "unknown" is no answer. */
export function paymentAnswered(state: PayoutsState, { type, data, revision }: PaymentEvent): PayoutsState {
  const { batchId } = data.batch;
  const { payableId, attempt } = data.payment;
  const batch = present(state.batches.get(batchId), 'the batch of a payment');
  const payable = present(state.payables.get(payableId), 'the payable of a payment');
  const payment = present(batch.payments.get(payableId), 'the payment of an answer');
  const [word, status] = SAYS[type];
  const before = batch.answers.get(payableId);
  const open = payable.batchId === batchId && ['exported', 'unknown'].includes(payable.status);
  assert(open && before !== word, 'an instruction that left is answered, once', { payableId, status: payable.status });
  assert(payment.attempt === attempt && payable.attempts === attempt, 'the attempt that left', { payableId, attempt });
  const after = answered(batch.standing, payment, before, word);
  assert(canonical(after) === canonical(data.batch), 'a batch adds its answers up', { batchId });
  batch.answers.set(payableId, word);
  Object.assign(batch, { standing: data.batch, touched: revision });
  Object.assign(payable, { status, touched: revision });
  return state;
}
