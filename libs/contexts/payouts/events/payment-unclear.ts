import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { Payment } from '#contexts/payouts/events/payment';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** Nobody can say whether a payment arrived. It is never tried again until the bank, or two people, have said. */
export interface PaymentUnclearData {
  readonly batch: BatchStanding;
  readonly payment: Payment;
  readonly reference: string | null;
  readonly recordedBy: readonly PersonId[];
}

export const PaymentUnclear = eventType<'PaymentUnclear', PaymentUnclearData>('PaymentUnclear', 1);
export type PaymentUnclear = EventOf<typeof PaymentUnclear>;
