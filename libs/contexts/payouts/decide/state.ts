import type { BankWord } from '#contexts/payouts/decide/bank-answer';
import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { PayableCreatedData, PayableHold } from '#contexts/payouts/events/payable-created';
import type { Payment } from '#contexts/payouts/events/payment';
import type { ReceivableStanding } from '#contexts/payouts/events/receivable-standing';
import type { BatchId, DecisionId, PayableId, ReceivableId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';

/** Open: it may be put into a batch. Unknown: its instruction left, and nobody can say what became of it. */
export type PayableStatus = 'open' | 'in-batch' | 'exported' | 'unknown' | 'returned' | 'paid';

export interface Payable {
  readonly standing: PayableCreatedData;
  /** Why it may not be paid now. */
  holds: readonly PayableHold[];
  /** The decision behind it was taken back, whatever else holds it. */
  reversed: boolean;
  status: PayableStatus;
  /** The batch that has it, or had it last. */
  batchId: BatchId | null;
  /** How many instructions for it have left. */
  attempts: number;
  /** Revision of the last event that touched it. */
  touched: number;
}

export interface Batch {
  standing: BatchStanding;
  readonly payments: Map<PayableId, Payment>;
  /** What is known to have become of each; nothing of those that are not answered. */
  readonly answers: Map<PayableId, BankWord>;
  touched: number;
}

export interface Receivable {
  standing: ReceivableStanding;
  touched: number;
}

/** The ledger `payouts-1`, folded. */
export interface PayoutsState {
  readonly payables: Map<PayableId, Payable>;
  readonly batches: Map<BatchId, Batch>;
  readonly receivables: Map<ReceivableId, Receivable>;
}

export const initialPayouts = (): PayoutsState => ({ payables: new Map(), batches: new Map(), receivables: new Map() });

/** The one payable that a decision can have. */
export const payableIdOf = (decisionId: DecisionId): PayableId => entityId('pay', uuidOf(decisionId));
