import type { StoredDetails } from '#contexts/partners/events/stored-details';
import type { TaxClass } from '#contexts/partners/policy/tax-classes';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** The partner's W-9 is here: without one nothing is paid. A later one takes its place. */
export interface W9ReceivedData {
  readonly partnerId: PartnerId;
  readonly taxClass: TaxClass;
  readonly signedOn: PlainDate;
  /** Name, address and tax id. */
  readonly details: StoredDetails;
  readonly receivedBy: readonly PersonId[];
}

export const W9Received = eventType<'W9Received', W9ReceivedData>('W9Received', 1);
export type W9Received = EventOf<typeof W9Received>;
