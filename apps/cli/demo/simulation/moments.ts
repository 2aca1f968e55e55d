import { zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';

/** In which the network's own staff work, and the program's days are counted. */
export const PROGRAM_ZONE = 'America/Los_Angeles';

export const plusMs = (at: Instant, ms: number): Instant => instant(new Date(Date.parse(at) + ms).toISOString());

/** So many seconds after midnight in `zone`. */
export function atLocal(date: PlainDate, secondOfDay: number, zone: string): Instant {
  return plusMs(zoneCalendar.startOf(date, zone), secondOfDay * 1_000);
}

/** The day itself, or the Monday after a weekend: nobody in the simulation works on one. */
export function workday(date: PlainDate): PlainDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (day === 6) return addDays(date, 2);
  return day === 0 ? addDays(date, 1) : date;
}

export const dateIn = (at: Instant, zone: string): PlainDate => zoneCalendar.dateAt(at, zone);
