import { batchEvolved } from '#contexts/payouts/decide/evolve-batches';
import { paymentAnswered } from '#contexts/payouts/decide/evolve-answers';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payableIdOf } from '#contexts/payouts/decide/state';
import type { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import type { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { PayableReopened } from '#contexts/payouts/events/payable-reopened';
import type { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import type { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import type { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import type { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import type { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import type { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import type { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import type { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import type { ReceivableCreated } from '#contexts/payouts/events/receivable-created';
import type { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import { receivableIdOf } from '#contexts/payouts/events/receivable-standing';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

export type PayoutsEvent =
  | PayableCreated
  | HoldsChanged
  | PayableReopened
  | PayoutBatchPrepared
  | PayoutBatchApproved
  | PayoutBatchExported
  | PayoutBatchCancelled
  | PaymentSettled
  | PaymentReturned
  | PaymentUnclear
  | ReceivableCreated
  | ReceivableRepaid
  | PayoutActRefused;

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: PayoutsState, recorded: RecordedEvent): PayoutsState {
  const event = recorded as PayoutsEvent;
  switch (event.type) {
    case 'PayableCreated':
      return created(state, event);
    case 'HoldsChanged':
      return held(state, event);
    case 'PayableReopened':
      return reopened(state, event);
    case 'PayoutBatchPrepared':
    case 'PayoutBatchApproved':
    case 'PayoutBatchExported':
    case 'PayoutBatchCancelled':
      return batchEvolved(state, event);
    case 'PaymentSettled':
    case 'PaymentReturned':
    case 'PaymentUnclear':
      return paymentAnswered(state, event);
    case 'ReceivableCreated':
    case 'ReceivableRepaid':
      return owed(state, event);
    case 'PayoutActRefused':
      return state;
    default:
      return impossible(event, 'a payouts event');
  }
}

function created(state: PayoutsState, { data, revision }: PayableCreated): PayoutsState {
  const { payableId, decisionId, amountCents, duties } = data;
  assert(payableId === payableIdOf(decisionId), 'a payable is named after its decision', { payableId, decisionId });
  assert(!state.payables.has(payableId), 'one decision yields one payable', { payableId });
  assert(amountCents > 0, 'money that is owed', { payableId, amountCents });
  const holders = [...duties.submitted, ...duties.verified, ...duties.approved];
  assert(new Set(holders).size === holders.length, 'nobody holds two duties on one money', { payableId });
  const fresh = { reversed: false, status: 'open', batchId: null, attempts: 0 } as const;
  state.payables.set(payableId, { standing: data, holds: data.holds, ...fresh, touched: revision });
  return state;
}

function held(state: PayoutsState, { data, revision }: HoldsChanged): PayoutsState {
  for (const payableId of data.payableIds) {
    const payable = present(state.payables.get(payableId), 'the payable of an event');
    assert(payable.standing.partnerId === data.partnerId, 'a partner’s payables', { payableId });
    const reversed = data.holds.includes('decision-reversed');
    assert(reversed || !payable.reversed, 'a decision that was taken back stays so', { payableId });
    Object.assign(payable, { holds: data.holds, reversed, touched: revision });
  }
  return state;
}

function reopened(state: PayoutsState, { data, revision }: PayableReopened): PayoutsState {
  const payable = present(state.payables.get(data.payableId), 'the payable of an event');
  const { status, attempts } = payable;
  assert(status === 'returned' && data.attempt === attempts + 1, 'only what came back is paid again', { ...data });
  Object.assign(payable, { status: 'open', touched: revision });
  return state;
}

function owed(state: PayoutsState, { type, data, revision }: ReceivableCreated | ReceivableRepaid): PayoutsState {
  const { receivable } = data;
  const { receivableId, decisionId, amountCents, repaidCents, openCents } = receivable;
  const before = state.receivables.get(receivableId)?.standing;
  assert(receivableId === receivableIdOf(decisionId), 'a receivable is named after its decision', { receivableId });
  assert(openCents >= 0 && repaidCents + openCents === amountCents, 'owed = repaid + open', { ...receivable });
  const news = type === 'ReceivableRepaid' ? data.repaidCents : 0;
  assert((before === undefined) === (type === 'ReceivableCreated'), 'owed once', { receivableId });
  assert((before?.repaidCents ?? 0) + news === repaidCents, 'what came back adds up', { receivableId });
  assert(before === undefined || before.amountCents === amountCents, 'what is owed stays', { receivableId });
  state.receivables.set(receivableId, { standing: receivable, touched: revision });
  return state;
}
