import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PayableId, PersonId } from '#kernel/ids/entity-id';

/** A batch is given up before any instruction left; its payables may be put into another. */
export interface PayoutBatchCancelledData {
  readonly batch: BatchStanding;
  readonly payableIds: readonly PayableId[];
  readonly reason: string;
  readonly cancelledBy: readonly PersonId[];
}

export const PayoutBatchCancelled = eventType<'PayoutBatchCancelled', PayoutBatchCancelledData>(
  'PayoutBatchCancelled',
  1,
);
export type PayoutBatchCancelled = EventOf<typeof PayoutBatchCancelled>;
