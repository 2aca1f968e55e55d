import type { Calendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { plainDate } from '#kernel/time/plain-date';
import { assert } from '#kernel/assert/assert';
import { Temporal } from 'temporal-polyfill';

/** When the program's year begins (`01-01`) and in which zone its days are counted. A policy field. */
export interface ProgramCalendar {
  readonly firstDay: string;
  readonly zone: string;
}

/** Half-open: `[start, end)`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** The program year of a date, named by the calendar year in which it starts. No zone is asked: a date is a date everywhere. */
export function programYearOf(date: PlainDate, program: ProgramCalendar): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) < program.firstDay ? year - 1 : year;
}

/** Which half of its program year a date falls in: 1 or 2. */
export function halfOf(date: PlainDate, program: ProgramCalendar): 1 | 2 {
  return date < quarterStart(programYearOf(date, program), 3, program) ? 1 : 2;
}

/** The quarter of a date, as `2026-Q3`. */
export function quarterOf(date: PlainDate, program: ProgramCalendar): string {
  const year = programYearOf(date, program);
  const quarter = [4, 3, 2, 1].find((n) => quarterStart(year, n, program) <= date);
  return `${year}-Q${quarter ?? 1}`;
}

/** The borders of `2026-Q3` as instants of the program's zone (examples.md E10). */
export function quarterInterval(quarter: string, program: ProgramCalendar, calendar: Calendar): Interval {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter);
  assert(match !== null, 'a quarter is written as 2026-Q3', { quarter });
  const year = Number(match[1]);
  const n = Number(match[2]);
  return {
    start: calendar.startOf(quarterStart(year, n, program), program.zone),
    end: calendar.startOf(quarterStart(year, n + 1, program), program.zone),
  };
}

function quarterStart(year: number, n: number, program: ProgramCalendar): PlainDate {
  const first = Temporal.PlainDate.from(`${String(year).padStart(4, '0')}-${program.firstDay}`);
  return plainDate(first.add({ months: 3 * (n - 1) }).toString());
}
