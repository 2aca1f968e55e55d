import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';

/** What the bank returned is to be paid again: a new attempt, in a new batch. */
export interface PayableReopenedData {
  readonly payableId: PayableId;
  readonly partnerId: PartnerId;
  /** Of the payment that is to come. */
  readonly attempt: number;
  readonly reason: string;
  readonly reopenedBy: readonly PersonId[];
}

export const PayableReopened = eventType<'PayableReopened', PayableReopenedData>('PayableReopened', 1);
export type PayableReopened = EventOf<typeof PayableReopened>;
