import type { ReceivableStanding } from '#contexts/payouts/events/receivable-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';

/** Of an award, less was spent than was paid: the partner owes the rest. The pool stands as it stood. */
export interface ReceivableCreatedData {
  readonly receivable: ReceivableStanding;
}

export const ReceivableCreated = eventType<'ReceivableCreated', ReceivableCreatedData>('ReceivableCreated', 1);
export type ReceivableCreated = EventOf<typeof ReceivableCreated>;
