import type { PayeeFacts } from '#contexts/payouts/decide/payee-facts';
import { payeeFacts, payeeOf } from '#contexts/payouts/decide/payee-facts';
import { hindranceNow, leftOut } from '#contexts/payouts/decide/hindrance';
import type { Batch, Payable, PayoutsState } from '#contexts/payouts/decide/state';
import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { LeftOut, Payment } from '#contexts/payouts/events/payment';
import { present } from '#kernel/assert/assert';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { BatchId, PayableId } from '#kernel/ids/entity-id';
import { sum } from '#kernel/money/cents';

/** The payables of a batch. */
export const payablesOf = ({ payables }: Readonly<PayoutsState>, { payments }: Batch): readonly Payable[] =>
  [...payments.keys()].map((id) => present(payables.get(id), 'the payable of a payment'));

/** For an act on a batch: the payees of its payments. */
export const batchFacts = (
  { batchId }: { readonly batchId: BatchId },
  state: Readonly<PayoutsState>,
  circumstances: Circumstances,
  sources: Sources,
): PayeeFacts => {
  const batch = state.batches.get(batchId);
  return payeeFacts(batch === undefined ? [] : payablesOf(state, batch), circumstances, sources);
};

/** The payments of a batch that go on at this moment, and those it goes on without. */
export function goingOn(
  batch: Batch,
  state: Readonly<PayoutsState>,
  facts: PayeeFacts,
): { readonly payments: readonly Payment[]; readonly left: readonly LeftOut[] } {
  const payments: Payment[] = [];
  const left: LeftOut[] = [];
  for (const payable of payablesOf(state, batch)) {
    const payment = paymentIn(batch, payable.standing.payableId);
    const against = hindranceNow(payable, payeeOf(facts, payable), payment.account);
    if (against === undefined) payments.push(payment);
    else left.push(leftOut(payable, against));
  }
  return { payments, left };
}

/** The batch with these payments and no others. */
export const holding = (standing: BatchStanding, payments: readonly Payment[]): BatchStanding => ({
  ...standing,
  payments: payments.length,
  totalCents: sum(payments.map(({ amountCents }) => amountCents)),
});

export const paymentIn = ({ payments }: Batch, payableId: PayableId): Payment =>
  present(payments.get(payableId), 'the payment of a payable');

/** How an answer about a batch names it. */
export const named = ({ standing }: Batch): { readonly id: string; readonly status: string } => ({
  id: standing.batchId,
  status: standing.status,
});
