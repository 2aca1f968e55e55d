import type { PartnerProfile } from '#contexts/partners/events/partner-profile';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** The partner leaves for good; outcomes up to and including `exitedOn` stay claimable. */
export interface PartnerExitedData {
  readonly partnerId: PartnerId;
  readonly exitedOn: PlainDate;
  readonly reason: string;
  readonly partner: PartnerProfile;
}

export const PartnerExited = eventType<'PartnerExited', PartnerExitedData>('PartnerExited', 1);
export type PartnerExited = EventOf<typeof PartnerExited>;
