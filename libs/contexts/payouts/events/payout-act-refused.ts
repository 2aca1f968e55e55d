import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';

/** An act on a batch, a payable or a receivable that a rule forbade: a clash of duties, an amount out of bounds. */
export interface PayoutActRefusedData extends Refusal {
  /** The command: `ApprovePayoutBatch`. */
  readonly act: string;
  /** The batch, payable or receivable; null for a batch that did not come about. */
  readonly about: string | null;
}

export const PayoutActRefused = refusalType<'PayoutActRefused', PayoutActRefusedData>('PayoutActRefused', 1);
export type PayoutActRefused = EventOf<typeof PayoutActRefused>;
