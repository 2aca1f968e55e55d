import { impossible } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import { fromTemporal, parseInstant } from '#kernel/time/instant';
import { zoneCalendar } from '#kernel/time/calendar';
import { parseDate, plainDate } from '#kernel/time/plain-date';
import { Temporal } from 'temporal-polyfill';
import type { Parameter } from './parameter';

/** What `asOf` may name. */
export type AsOfAsked =
  | { readonly kind: 'sequence'; readonly sequence: number }
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'period'; readonly period: string };

export const asOfParameter: Parameter = {
  name: 'asOf',
  description:
    'What was known then, inclusive: a sequence, an instant, or the end of a period. The reply states the sequence.',
  expected: 'a sequence (48213), an instant with an offset, or a period (2026-07)',
  schema: { type: 'string', examples: ['48213', '2026-07-01T06:59:59Z', '2026-07'] },
  passes: (text) => parseAsOf(text) !== undefined,
};

/** Reads `asOf`; undefined for another shape. Four digits are a sequence: a year is asked for by its last period. */
export function parseAsOf(text: string): AsOfAsked | undefined {
  if (/^(0|[1-9]\d{0,14})$/.test(text)) return { kind: 'sequence', sequence: Number(text) };
  if (/^\d{4}-\d\d$/.test(text)) return parseDate(`${text}-01`) && { kind: 'period', period: text };
  const at = parseInstant(text);
  return at && { kind: 'instant', at };
}

/** The last millisecond of a period in the program's zone: borders are half-open, and instants have milliseconds. */
export function endOfPeriod(period: string, zone: string): Instant {
  const next = Temporal.PlainDate.from(`${period}-01`).add({ months: 1 });
  const border = Temporal.Instant.from(zoneCalendar.startOf(plainDate(next.toString()), zone));
  return fromTemporal(border.subtract({ milliseconds: 1 }));
}

/** The instant that an as-of names; undefined for a sequence, which names a position instead. */
export function instantAsked(asked: AsOfAsked, zone: string): Instant | undefined {
  switch (asked.kind) {
    case 'sequence':
      return undefined;
    case 'instant':
      return asked.at;
    case 'period':
      return endOfPeriod(asked.period, zone);
    default:
      return impossible(asked, 'an as-of');
  }
}
