import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** Nobody has objected to the new account in time: it may be paid to. */
export interface PayeeHoldEndedData {
  readonly partnerId: PartnerId;
  /** What the change said. */
  readonly heldUntil: Instant;
}

export const PayeeHoldEnded = eventType<'PayeeHoldEnded', PayeeHoldEndedData>('PayeeHoldEnded', 1);
export type PayeeHoldEnded = EventOf<typeof PayeeHoldEnded>;
