import { assert } from '#kernel/assert/assert';
import { Temporal } from 'temporal-polyfill';

declare const kind: unique symbol;
/** A calendar date without zone or time, as `2026-09-30`. Comparing the text compares the dates. */
export type PlainDate = string & { readonly [kind]: 'date' };

const SHAPE = /^\d{4}-\d\d-\d\d$/;

/**
 * Reads `YYYY-MM-DD`; undefined for another shape, a day that does not exist (`2026-02-30`) or a year that is a slip of
 * the keyboard (`0026`, `9999`): from every date that is read, windows and years can be counted on.
 */
export function parseDate(text: string): PlainDate | undefined {
  return text < '1900' || text >= '3000' ? undefined : readDate(text);
}

function readDate(text: string): PlainDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate;
  } catch {
    return undefined;
  }
}

/** Brands a text that must be a date; stops when it is none. */
export function plainDate(text: string): PlainDate {
  const date = readDate(text);
  assert(date !== undefined, 'not a calendar date', { text });
  return date;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const key = `${date}${days < 0 ? '' : '+'}${days}`;
  const known = sums.get(key);
  if (known !== undefined) return known;
  if (sums.size >= REMEMBERED_SUMS) sums.clear();
  const sum = Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate;
  sums.set(key, sum);
  return sum;
}

// Every claim asks for its window's end, and thousands of claims share a few hundred dates.
const REMEMBERED_SUMS = 10_000;
const sums = new Map<string, PlainDate>();

/** Whole days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(end), { largestUnit: 'day' }).days;
}
