import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';
import type { PlainDate } from '#kernel/time/plain-date';

/** A person works for a partner in a role, from a date until a date (both inclusive; null is open). */
export interface PersonAffiliatedData {
  readonly partnerId: PartnerId;
  readonly personId: PersonId;
  readonly role: PartnerRole;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export const PersonAffiliated = eventType<'PersonAffiliated', PersonAffiliatedData>('PersonAffiliated', 1);
export type PersonAffiliated = EventOf<typeof PersonAffiliated>;
