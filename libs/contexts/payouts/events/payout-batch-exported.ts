import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { LeftOut, Payment } from '#contexts/payouts/events/payment';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The instructions leave, once: the file that this event names is the only one there will ever be of the batch. */
export interface PayoutBatchExportedData {
  readonly batch: BatchStanding;
  /** What the file holds, line by line. */
  readonly payments: readonly Payment[];
  readonly leftOut: readonly LeftOut[];
  readonly exportedBy: readonly PersonId[];
}

export const PayoutBatchExported = eventType<'PayoutBatchExported', PayoutBatchExportedData>('PayoutBatchExported', 1);
export type PayoutBatchExported = EventOf<typeof PayoutBatchExported>;
