import type { ResolvePayment } from '#contexts/payouts/commands/resolve-payment';
import { answered } from '#contexts/payouts/decide/bank-answer';
import { paymentIn } from '#contexts/payouts/decide/batch-act';
import { unless } from '#contexts/payouts/decide/no';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { present } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PlainDate } from '#kernel/time/plain-date';

/** What the bank's days are compared with: no zone of the network is ahead of UTC. */
export interface DayFacts extends Facts {
  readonly today: PlainDate;
}

export const dayFacts = (
  _command: unknown,
  _state: Readonly<PayoutsState>,
  circumstances: Circumstances,
  { calendar }: Sources,
): DayFacts => ({ ...circumstances, today: calendar.dateAt(circumstances.at, 'UTC') });

/** Two people answer for a bank that could not: the only way but the bank's own out of "unknown". */
export function resolvePayment(
  { payableId, outcome, on, reason }: ResolvePayment,
  { payables, batches }: Readonly<PayoutsState>,
  facts: DayFacts,
): Answer<NewEventOf<typeof PaymentSettled> | NewEventOf<typeof PaymentReturned>> {
  const payable = payables.get(payableId);
  if (payable === undefined) return notFound;
  const not = unless({ id: payableId, status: payable.status }, 'resolve', ['unknown']);
  if (not !== undefined) return not;
  if (on > facts.today) {
    return notNow('PAID_IN_FUTURE', `It is ${facts.today}; nothing can have arrived on ${on}.`, { on });
  }
  const batch = present(batches.get(present(payable.batchId, 'the batch of a payment')), 'the batch of a payment');
  const payment = paymentIn(batch, payableId);
  const common = {
    batch: answered(batch.standing, payment, 'unknown', outcome),
    ...{ payment, from: 'two-people' as const, reference: reason, recordedBy: actingPeople(facts) },
  };
  return outcome === 'settled'
    ? accepted(PaymentSettled({ ...common, settledOn: on }))
    : accepted(PaymentReturned({ ...common, returnedOn: on, code: 'R00' }));
}
