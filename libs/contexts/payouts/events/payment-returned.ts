import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { Payment } from '#contexts/payouts/events/payment';
import type { AnswerFrom } from '#contexts/payouts/events/payment-settled';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** The bank sent a payment back. The decision and its use of a cap stand; whoever wants it paid again says so. */
export interface PaymentReturnedData {
  readonly batch: BatchStanding;
  readonly payment: Payment;
  readonly returnedOn: PlainDate;
  /** The bank's reason, as `R03`. */
  readonly code: string;
  readonly from: AnswerFrom;
  readonly reference: string | null;
  readonly recordedBy: readonly PersonId[];
}

export const PaymentReturned = eventType<'PaymentReturned', PaymentReturnedData>('PaymentReturned', 1);
export type PaymentReturned = EventOf<typeof PaymentReturned>;
