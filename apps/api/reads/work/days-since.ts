import { zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { daysBetween } from '#kernel/time/plain-date';

/** Whole days of the program from a moment to its day `today`: yesterday evening is a day ago. */
export const daysSince = (since: Instant, today: PlainDate, zone: string): number =>
  daysBetween(zoneCalendar.dateAt(since, zone), today);
