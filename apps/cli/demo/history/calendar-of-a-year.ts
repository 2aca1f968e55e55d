import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { atLocal, dateIn, PROGRAM_ZONE, workday } from '../simulation/moments';
import type { Random } from '../simulation/random';

const HOUR = 3_600;
const DAYS_OF_A_QUARTER = 91;

/** A day of the year, more often one of the last three weeks of a quarter: that is when people count what they reached. */
export function outcomeDay(random: Random, year: number): PlainDate {
  const quarter = random.int(0, 3);
  const day = random.chance(0.4) ? random.int(DAYS_OF_A_QUARTER - 21, DAYS_OF_A_QUARTER - 1) : random.int(0, 89);
  return addDays(plainDate(`${year}-${String(3 * quarter + 1).padStart(2, '0')}-01`), Math.min(day, lastDay(quarter)));
}

// Quarters have 90 or 91 and 92 days; the shortest is enough to stay inside.
const lastDay = (quarter: number): number => (quarter === 0 ? 89 : 90);

/** Some second of a working day at a partner, that many days after `date` or, over a weekend, a little later. */
export function partnerTime(random: Random, date: PlainDate, days: number, zone: string): Instant {
  return atLocal(workday(addDays(date, days)), random.int(8 * HOUR, 17 * HOUR), zone);
}

/** Some second of a working day of the network's staff, that many days after a moment. */
export function deskTime(random: Random, after: Instant, days: number): Instant {
  const day = workday(addDays(dateIn(after, PROGRAM_ZONE), days));
  return atLocal(day, random.int(9 * HOUR, 17 * HOUR), PROGRAM_ZONE);
}

/** A fixed time of the network's staff, on the day or, over a weekend, on Monday. */
export function deskAt(date: PlainDate, hour: number, minute = 0): Instant {
  return atLocal(workday(date), hour * HOUR + minute * 60, PROGRAM_ZONE);
}
