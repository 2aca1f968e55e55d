import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { Payment } from '#contexts/payouts/events/payment';
import { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import type { BatchDocument, BatchLine } from '#contexts/payouts/views/payout-batches';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

type OfBank = PaymentSettled | PaymentReturned | PaymentUnclear;
type Moved = PayoutBatchApproved | PayoutBatchExported | PayoutBatchCancelled | OfBank;
type Read = PayoutBatchPrepared | Moved;

/** A document for each batch. */
export const payoutBatchesProjection: Projection<BatchDocument> = {
  view: { name: 'payout-batches', version: 1 },
  types: [
    ...[PayoutBatchPrepared, PayoutBatchApproved, PayoutBatchExported, PayoutBatchCancelled],
    ...[PaymentSettled, PaymentReturned, PaymentUnclear],
  ],
  keys: (event) => [(event as Read).data.batch.batchId],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'PayoutBatchPrepared') return prepared(event);
    const before = present(document, 'the document of a batch');
    return { ...before, ...shown(event.data.batch), ...changed(before, event), revision: event.revision };
  },
};

type Shown = Omit<BatchStanding, 'batchId'> & Pick<BatchDocument, 'id'>;
const shown = ({ batchId, ...standing }: BatchStanding): Shown => ({ id: batchId, ...standing });

function prepared(event: PayoutBatchPrepared): BatchDocument {
  const { batch, payments, leftOut } = event.data;
  return {
    ...shown(batch),
    ...{ preparedAt: receivedAt(event), approvedAt: null, exportedAt: null, exportedBy: [] },
    ...{ lines: payments.map(lineOf), leftOut, revision: event.revision },
  };
}

function lineOf({ payableId, partnerId, partner, fund, attempt, amountCents }: Payment): BatchLine {
  const whose = { id: partnerId, ...partner };
  return { payableId, partner: whose, fund, attempt, amountCents, result: 'waiting', returnCode: null };
}

function changed(before: BatchDocument, event: Moved): Partial<BatchDocument> {
  switch (event.type) {
    case 'PayoutBatchApproved':
      return { approvedAt: receivedAt(event), ...without(before, event) };
    case 'PayoutBatchExported':
      return { exportedAt: receivedAt(event), exportedBy: event.data.exportedBy, ...without(before, event) };
    case 'PayoutBatchCancelled':
      return {};
    case 'PaymentSettled':
      return { lines: answered(before, event, { result: 'settled' }) };
    case 'PaymentReturned':
      return { lines: answered(before, event, { result: 'returned', returnCode: event.data.code }) };
    case 'PaymentUnclear':
      return { lines: answered(before, event, { result: 'unknown' }) };
    default:
      return impossible(event, 'an event of a batch');
  }
}

function without(
  { lines, leftOut }: BatchDocument,
  { data }: PayoutBatchApproved | PayoutBatchExported,
): Pick<BatchDocument, 'lines' | 'leftOut'> {
  const gone = new Set<string>(data.leftOut.map(({ payableId }) => payableId));
  return { lines: lines.filter(({ payableId }) => !gone.has(payableId)), leftOut: [...leftOut, ...data.leftOut] };
}

function answered({ lines }: BatchDocument, { data }: OfBank, answer: Partial<BatchLine>): readonly BatchLine[] {
  return lines.map((line) => (line.payableId === data.payment.payableId ? { ...line, ...answer } : line));
}
