import type { ReceivableStanding } from '#contexts/payouts/events/receivable-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** Money came back, whole or in part. A reaction returns it to the pool of its year. */
export interface ReceivableRepaidData {
  readonly receivable: ReceivableStanding;
  readonly repaidCents: Cents;
  readonly receivedOn: PlainDate;
  readonly note?: string;
  readonly recordedBy: readonly PersonId[];
}

export const ReceivableRepaid = eventType<'ReceivableRepaid', ReceivableRepaidData>('ReceivableRepaid', 1);
export type ReceivableRepaid = EventOf<typeof ReceivableRepaid>;
