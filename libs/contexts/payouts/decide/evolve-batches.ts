import type { Batch, Payable, PayoutsState } from '#contexts/payouts/decide/state';
import type { BatchStatus } from '#contexts/payouts/events/batch-standing';
import type { Payment } from '#contexts/payouts/events/payment';
import type { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import type { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import type { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import type { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import { assert, present } from '#kernel/assert/assert';
import type { PayableId, PersonId } from '#kernel/ids/entity-id';
import { sum } from '#kernel/money/cents';

type Moved = PayoutBatchApproved | PayoutBatchExported | PayoutBatchCancelled;

/** From where each event takes a batch to where. */
const STEPS: Readonly<Record<Moved['type'], { readonly from: readonly BatchStatus[]; readonly to: BatchStatus }>> = {
  PayoutBatchApproved: { from: ['prepared'], to: 'approved' },
  PayoutBatchExported: { from: ['approved'], to: 'exported' },
  PayoutBatchCancelled: { from: ['prepared', 'approved'], to: 'cancelled' },
};

/** A batch up to its file. */
export function batchEvolved(state: PayoutsState, event: PayoutBatchPrepared | Moved): PayoutsState {
  return event.type === 'PayoutBatchPrepared' ? prepared(state, event) : moved(state, event);
}

function prepared(state: PayoutsState, { data, revision }: PayoutBatchPrepared): PayoutsState {
  const { batch, payments } = data;
  const { batchId, status, preparedBy, approvedBy } = batch;
  assert(!state.batches.has(batchId) && status === 'prepared' && approvedBy.length === 0, 'a new batch', { batchId });
  for (const payment of payments) {
    const payable = payableOf(state, payment.payableId);
    const { amountCents, partnerId } = payable.standing;
    const fits = amountCents === payment.amountCents && partnerId === payment.partnerId;
    assert(fits && payment.attempt === payable.attempts + 1, 'a payment is its payable’s', { ...payment });
    assert(payable.status === 'open', 'one payable, one open instruction', { payableId: payment.payableId, batchId });
    assertApart(payable, payment, preparedBy);
    Object.assign(payable, { status: 'in-batch', batchId, touched: revision });
  }
  const made: Batch = {
    ...{ standing: batch, touched: revision, answers: new Map() },
    payments: new Map(payments.map((payment) => [payment.payableId, payment])),
  };
  assertTotal(made);
  state.batches.set(batchId, made);
  return state;
}

function moved(state: PayoutsState, event: Moved): PayoutsState {
  const { batchId, status, approvedBy, preparedBy } = event.data.batch;
  const batch = present(state.batches.get(batchId), 'the batch of an event');
  const { from, to } = STEPS[event.type];
  const before = batch.standing;
  assert(from.includes(before.status) && status === to, 'a batch does not come here from where it stands', {
    ...{ batchId, from: before.status, to: status },
  });
  assert(preparedBy.join() === before.preparedBy.join(), 'a batch is its preparer’s', { batchId });
  assert(event.type === 'PayoutBatchApproved' || approvedBy.join() === before.approvedBy.join(), 'approved once');
  const gone = event.type === 'PayoutBatchCancelled' ? event.data.payableIds : event.data.leftOut;
  for (const one of gone) free(state, batch, typeof one === 'string' ? one : one.payableId, event.revision);
  Object.assign(batch, { standing: event.data.batch, touched: event.revision });
  if (event.type === 'PayoutBatchCancelled') {
    assert(batch.payments.size === 0, 'nothing stays in a batch that is given up', { batchId });
    return state;
  }
  assertTotal(batch);
  for (const payment of batch.payments.values()) {
    const payable = payableOf(state, payment.payableId);
    if (event.type === 'PayoutBatchApproved') assertApart(payable, payment, [...preparedBy, ...approvedBy]);
    else leave(payable, event.data.payments, payment, event.revision);
  }
  return state;
}

/** The instruction leaves: from now on only the bank, or two people, say what became of it. */
function leave(payable: Payable, payments: readonly Payment[], { payableId, attempt }: Payment, touched: number): void {
  const line = payments.find((one) => one.payableId === payableId);
  assert(line?.attempt === attempt, 'the file holds what the batch holds', { payableId });
  Object.assign(payable, { status: 'exported', attempts: attempt, touched });
}

function free(state: PayoutsState, batch: Batch, payableId: PayableId, revision: number): void {
  assert(batch.payments.delete(payableId), 'what a batch goes on without was in it', { payableId });
  Object.assign(payableOf(state, payableId), { status: 'open', touched: revision });
}

function assertTotal({ standing, payments }: Batch): void {
  const { totalCents, batchId } = standing;
  assert(payments.size > 0 && standing.payments === payments.size, 'a batch counts its payments', { batchId });
  assert(sum([...payments.values()].map(({ amountCents }) => amountCents)) === totalCents, 'a batch adds up', {
    ...{ batchId, totalCents },
  });
}

/** Money rule 5 of domain.md section 9, over all duties at once. */
function assertApart({ standing }: Payable, { account }: Payment, people: readonly PersonId[]): void {
  const { submitted, verified, approved } = standing.duties;
  const holders = new Set([...submitted, ...verified, ...approved, ...account.changedBy]);
  const apart = new Set(people).size === people.length && people.every((person) => !holders.has(person));
  assert(apart, 'nobody holds two duties on one money', { payableId: standing.payableId });
}

const payableOf = ({ payables }: PayoutsState, payableId: PayableId): Payable =>
  present(payables.get(payableId), 'the payable of a payment');
