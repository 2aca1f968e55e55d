import type { StoredDetails } from '#contexts/partners/events/stored-details';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** Where the partner's money goes, wanted by two people, of whom the second has called the partner back. */
export interface PayeeChangedData {
  readonly partnerId: PartnerId;
  /** The bank account. */
  readonly bank: StoredDetails;
  /** Who asked and who confirmed: neither may pay what goes there. */
  readonly changedBy: readonly PersonId[];
  /** Exclusive: until then nothing is paid there. Null for the first account, which takes no other's place. */
  readonly heldUntil: Instant | null;
}

export const PayeeChanged = eventType<'PayeeChanged', PayeeChangedData>('PayeeChanged', 1);
export type PayeeChanged = EventOf<typeof PayeeChanged>;
