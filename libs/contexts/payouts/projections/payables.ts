import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import { PayableReopened } from '#contexts/payouts/events/payable-reopened';
import { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import type { PayableDocument } from '#contexts/payouts/views/payables';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';

type OfBatch = PayoutBatchPrepared | PayoutBatchApproved | PayoutBatchExported | PayoutBatchCancelled;
type OfBank = PaymentSettled | PaymentReturned | PaymentUnclear;
type Later = HoldsChanged | PayableReopened | OfBatch | OfBank;
type Read = PayableCreated | Later;

/** A document for each payable. */
export const payablesProjection: Projection<PayableDocument> = {
  view: { name: 'payables', version: 3 },
  types: [
    ...[PayableCreated, HoldsChanged, PayableReopened, PaymentSettled, PaymentReturned, PaymentUnclear],
    ...[PayoutBatchPrepared, PayoutBatchApproved, PayoutBatchExported, PayoutBatchCancelled],
  ],
  keys: (recorded) => keysOf(recorded as Read),
  fold(document, recorded, key) {
    const event = recorded as Read;
    if (event.type === 'PayableCreated') return created(event);
    const before = present(document, 'the document of a payable');
    const after = { ...before, ...changed(before, event, key), revision: event.revision };
    return { ...after, status: waiting(after) };
  },
};

function keysOf(event: Read): readonly string[] {
  switch (event.type) {
    case 'PayableCreated':
    case 'PayableReopened':
      return [event.data.payableId];
    case 'HoldsChanged':
    case 'PayoutBatchCancelled':
      return event.data.payableIds;
    case 'PayoutBatchPrepared':
      return event.data.payments.map(({ payableId }) => payableId);
    case 'PayoutBatchApproved':
      return event.data.leftOut.map(({ payableId }) => payableId);
    case 'PayoutBatchExported':
      return [...event.data.payments, ...event.data.leftOut].map(({ payableId }) => payableId);
    case 'PaymentSettled':
    case 'PaymentReturned':
    case 'PaymentUnclear':
      return [event.data.payment.payableId];
    default:
      return impossible(event, 'an event of a payable');
  }
}

function created({ data, recordedAt, revision }: PayableCreated): PayableDocument {
  const { payableId, ...payable } = data;
  const claimId = payable.source.kind === 'claim' ? payable.source.claimId : null;
  const unpaid = { batchId: null, attempts: 0, returnCode: null, paidOn: null };
  const status = data.holds.length === 0 ? 'payable' : 'held';
  return { id: payableId, ...payable, status, claimId, ...unpaid, recordedAt, revision };
}

function changed(before: PayableDocument, event: Later, key: string): Partial<PayableDocument> {
  switch (event.type) {
    case 'HoldsChanged':
      return { holds: event.data.holds };
    case 'PayableReopened':
    case 'PayoutBatchApproved':
    case 'PayoutBatchCancelled':
      return { status: 'payable' };
    case 'PayoutBatchPrepared':
      return { status: 'in-batch', batchId: event.data.batch.batchId };
    case 'PayoutBatchExported': {
      const leaves = event.data.payments.some(({ payableId }) => payableId === key);
      return leaves ? { status: 'exported', attempts: before.attempts + 1, returnCode: null } : { status: 'payable' };
    }
    case 'PaymentSettled':
      return { status: 'paid', paidOn: event.data.settledOn };
    case 'PaymentReturned':
      return { status: 'returned', returnCode: event.data.code };
    case 'PaymentUnclear':
      return { status: 'unknown' };
    default:
      return impossible(event, 'an event of a payable');
  }
}

/** What no batch has is held, or may be paid, as its holds say; elsewhere they are no status of their own. */
function waiting({ status, holds }: PayableDocument): PayableDocument['status'] {
  if (status !== 'payable' && status !== 'held') return status;
  return holds.length === 0 ? 'payable' : 'held';
}
