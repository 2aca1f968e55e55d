import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { Payment } from '#contexts/payouts/events/payment';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** Who says what became of a payment: the bank's statement, or two people where the bank could not say. */
export type AnswerFrom = 'bank' | 'two-people';

/** A payment arrived: its payable is paid, for good. */
export interface PaymentSettledData {
  readonly batch: BatchStanding;
  readonly payment: Payment;
  /** The bank's day: of a payout's four dates, the payment's. */
  readonly settledOn: PlainDate;
  readonly from: AnswerFrom;
  readonly reference: string | null;
  readonly recordedBy: readonly PersonId[];
}

export const PaymentSettled = eventType<'PaymentSettled', PaymentSettledData>('PaymentSettled', 1);
export type PaymentSettled = EventOf<typeof PaymentSettled>;
