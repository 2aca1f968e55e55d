import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { LeftOut } from '#contexts/payouts/events/payment';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';

/** A second person lets the batch be paid, without what has come to be held since it was prepared. */
export interface PayoutBatchApprovedData {
  readonly batch: BatchStanding;
  readonly leftOut: readonly LeftOut[];
}

export const PayoutBatchApproved = eventType<'PayoutBatchApproved', PayoutBatchApprovedData>('PayoutBatchApproved', 1);
export type PayoutBatchApproved = EventOf<typeof PayoutBatchApproved>;
