import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';
import type { PlainDate } from '#kernel/time/plain-date';

/** The affiliation that began on `from` ends with the day `until`. What the person did for the partner stays theirs. */
export interface AffiliationEndedData {
  readonly partnerId: PartnerId;
  readonly personId: PersonId;
  readonly role: PartnerRole;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export const AffiliationEnded = eventType<'AffiliationEnded', AffiliationEndedData>('AffiliationEnded', 1);
export type AffiliationEnded = EventOf<typeof AffiliationEnded>;
