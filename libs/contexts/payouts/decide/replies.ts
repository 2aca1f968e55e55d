import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { PayableCreatedData } from '#contexts/payouts/events/payable-created';
import type { PayableReopenedData } from '#contexts/payouts/events/payable-reopened';
import type { LeftOut, Payment } from '#contexts/payouts/events/payment';
import type { ReceivableStanding } from '#contexts/payouts/events/receivable-standing';
import { present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';

/** What a caller is told of a payable: how it was made. */
export function payableReply(events: readonly RecordedEvent[]): Reply {
  const { payableId, ...payable } = present(events[0], 'the event of a payable').data as PayableCreatedData;
  return { status: 201, body: { id: payableId, ...payable }, location: `/v1/payables/${payableId}` };
}

/** What is told of payables that are now held otherwise. */
export function holdsReply(events: readonly RecordedEvent[]): Reply {
  return { status: 200, body: present(events[0], 'the event of a review').data };
}

/** A batch after the command's own events, and what they say of its payments. */
export function batchReply(events: readonly RecordedEvent[]): Reply {
  const { batch, ...more } = present(events[0], 'the event of a batch').data as Told;
  const { batchId, ...standing } = batch;
  const { payments, leftOut } = more;
  const lines = payments === undefined ? {} : { lines: payments };
  const body = { id: batchId, ...standing, ...lines, ...(leftOut === undefined ? {} : { leftOut }) };
  if (events[0]?.type !== 'PayoutBatchPrepared') return { status: 200, body };
  return { status: 201, body, location: `/v1/payout-batches/${batchId}` };
}

interface Told {
  readonly batch: BatchStanding;
  readonly payments?: readonly Payment[];
  readonly leftOut?: readonly LeftOut[];
}

/** The batch after the last of the bank's answers, and which of its payments they were about. */
export function resultsReply(events: readonly RecordedEvent[]): Reply {
  const told = events.map(({ type, data }) => ({ type, ...(data as { batch: BatchStanding; payment: Payment }) }));
  const { batchId, ...standing } = present(told.at(-1), 'the event of an answer').batch;
  const recorded = told.map(({ type, payment }) => ({ payableId: payment.payableId, result: RESULTS[type] }));
  return { status: 200, body: { id: batchId, ...standing, recorded } };
}

const RESULTS: Readonly<Record<string, string>> = {
  PaymentSettled: 'settled',
  PaymentReturned: 'returned',
  PaymentUnclear: 'unknown',
};

export function reopenedReply(events: readonly RecordedEvent[]): Reply {
  const { payableId, attempt, reason } = present(events[0], 'the event of a payable').data as PayableReopenedData;
  return { status: 200, body: { id: payableId, status: 'payable', attempt, reason } };
}

/** A receivable after the command's own event. */
export function receivableReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a receivable');
  const { receivableId, ...standing } = (event.data as { readonly receivable: ReceivableStanding }).receivable;
  const body = { id: receivableId, status: standing.openCents === 0 ? 'repaid' : 'open', ...standing };
  if (event.type !== 'ReceivableCreated') return { status: 200, body };
  return { status: 201, body, location: `/v1/receivables/${receivableId}` };
}
