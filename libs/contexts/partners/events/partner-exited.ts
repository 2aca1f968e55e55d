import type { PartnerProfile } from '#contexts/partners/events/partner-profile';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';
import { zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';

/** The partner leaves for good; outcomes up to and including `exitedOn` stay claimable. */
export interface PartnerExitedData {
  readonly partnerId: PartnerId;
  readonly exitedOn: PlainDate;
  /** Local midnight after `exitedOn`: from this moment on the partner has left, and before it may still stay. */
  readonly leavesAt: Instant;
  readonly reason: string;
  readonly partner: PartnerProfile;
}

/** Version 1 knew the day alone; its zone stands beside it, and the end of a past day is in every zone database the same. */
const withMoment = (data: Omit<PartnerExitedData, 'leavesAt'>): PartnerExitedData => ({
  ...data,
  leavesAt: zoneCalendar.startOf(addDays(data.exitedOn, 1), data.partner.timeZone),
});

export const PartnerExited = eventType<'PartnerExited', PartnerExitedData>('PartnerExited', 2, [withMoment]);
export type PartnerExited = EventOf<typeof PartnerExited>;
