import { approvePayoutBatch } from '#contexts/payouts/decide/approve-payout-batch';
import { batchFacts } from '#contexts/payouts/decide/batch-act';
import { cancelPayoutBatch } from '#contexts/payouts/decide/cancel-payout-batch';
import { createGrantPayable } from '#contexts/payouts/decide/create-grant-payable';
import { createPayable } from '#contexts/payouts/decide/create-payable';
import { evolve } from '#contexts/payouts/decide/evolve';
import { exportPayoutBatch } from '#contexts/payouts/decide/export-payout-batch';
import { holdReversed, reversalFacts } from '#contexts/payouts/decide/hold-reversed';
import { preparationFacts, preparePayoutBatch } from '#contexts/payouts/decide/prepare-payout-batch';
import { createReceivable, repayReceivable } from '#contexts/payouts/decide/receivables';
import { recordBankResults } from '#contexts/payouts/decide/record-bank-results';
import { repayPayable } from '#contexts/payouts/decide/repay-payable';
import {
  batchReply,
  holdsReply,
  payableReply,
  receivableReply,
  reopenedReply,
  resultsReply,
} from '#contexts/payouts/decide/replies';
import { dayFacts, resolvePayment } from '#contexts/payouts/decide/resolve-payment';
import { holdFacts, reviewHolds } from '#contexts/payouts/decide/review-holds';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { initialPayouts } from '#contexts/payouts/decide/state';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import { PayableReopened } from '#contexts/payouts/events/payable-reopened';
import { PaymentReturned } from '#contexts/payouts/events/payment-returned';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { PaymentUnclear } from '#contexts/payouts/events/payment-unclear';
import { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import { ReceivableCreated } from '#contexts/payouts/events/receivable-created';
import { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import type { Circumstances, Decider } from '#kernel/decider/decider';
import type { BatchId, PayableId, ReceivableId } from '#kernel/ids/entity-id';

/** All money that is owed lies in one stream: the scope of "one decision, one payable; one payable, one instruction". */
export const PAYOUTS_LEDGER = 'payouts-1';

const onLedger = { version: 1, rules: 'v1', stream: (): string => PAYOUTS_LEDGER };
const onPayee = { ...onLedger, facts: holdFacts };
const onBatch = { ...onLedger, entity: ({ batchId }: { batchId: BatchId }): string => batchId, reply: batchReply };
const onPayable = { ...onLedger, entity: ({ payableId }: { payableId: PayableId }): string => payableId };
const onReceivable = {
  ...onLedger,
  entity: ({ receivableId }: { receivableId: ReceivableId }): string => receivableId,
};
const alone = (_command: unknown, _state: unknown, circumstances: Circumstances): Circumstances => circumstances;

/** What the network owes, pays and is owed: commands, decisions and state of the ledger `payouts-1`. */
export const payoutsLedger: Decider<PayoutsState> = {
  name: 'payouts',
  owns: (stream) => stream === PAYOUTS_LEDGER,
  ledger: PAYOUTS_LEDGER,
  events: [
    ...[PayableCreated, HoldsChanged, PayableReopened],
    ...[PayoutBatchPrepared, PayoutBatchApproved, PayoutBatchExported, PayoutBatchCancelled],
    ...[PaymentSettled, PaymentReturned, PaymentUnclear, ReceivableCreated, ReceivableRepaid, PayoutActRefused],
  ],
  initial: initialPayouts,
  evolve,
  touched: ({ payables, batches, receivables }, entity) =>
    payables.get(entity as PayableId)?.touched ??
    batches.get(entity as BatchId)?.touched ??
    receivables.get(entity as ReceivableId)?.touched,
  commands: [
    { ...onPayee, name: 'CreatePayable', decide: createPayable, reply: payableReply },
    { ...onPayee, name: 'CreateGrantPayable', decide: createGrantPayable, reply: payableReply },
    { ...onPayee, name: 'ReviewHolds', decide: reviewHolds, reply: holdsReply },
    { ...onLedger, name: 'HoldReversed', facts: reversalFacts, decide: holdReversed, reply: holdsReply },
    { ...onLedger, name: 'PreparePayoutBatch', facts: preparationFacts, decide: preparePayoutBatch, reply: batchReply },
    { ...onBatch, name: 'ApprovePayoutBatch', facts: batchFacts, decide: approvePayoutBatch },
    { ...onBatch, name: 'ExportPayoutBatch', facts: batchFacts, decide: exportPayoutBatch },
    { ...onBatch, name: 'CancelPayoutBatch', facts: alone, decide: cancelPayoutBatch },
    { ...onBatch, name: 'RecordBankResults', facts: dayFacts, decide: recordBankResults, reply: resultsReply },
    { ...onPayable, name: 'ResolvePayment', facts: dayFacts, decide: resolvePayment, reply: resultsReply },
    { ...onPayable, name: 'RepayPayable', facts: alone, decide: repayPayable, reply: reopenedReply },
    { ...onLedger, name: 'CreateReceivable', facts: alone, decide: createReceivable, reply: receivableReply },
    { ...onReceivable, name: 'RepayReceivable', facts: dayFacts, decide: repayReceivable, reply: receivableReply },
  ],
};
