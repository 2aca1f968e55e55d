import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { LeftOut, Payment } from '#contexts/payouts/events/payment';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';

/** Payables put together to be paid, and those that were asked for and left out, each with its reason. */
export interface PayoutBatchPreparedData {
  readonly batch: BatchStanding;
  readonly payments: readonly Payment[];
  readonly leftOut: readonly LeftOut[];
}

export const PayoutBatchPrepared = eventType<'PayoutBatchPrepared', PayoutBatchPreparedData>('PayoutBatchPrepared', 1);
export type PayoutBatchPrepared = EventOf<typeof PayoutBatchPrepared>;
