import { assert } from '#kernel/assert/assert';
import { Temporal } from 'temporal-polyfill';

declare const kind: unique symbol;
/**
 * A moment, as `2026-04-01T07:00:00.000Z`: UTC, always with milliseconds.
 * One fixed width, so that comparing the text compares the moments.
 */
export type Instant = string & { readonly [kind]: 'instant' };

const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
// RFC 3339 section 5.6; Temporal alone would also take bracketed annotations and missing seconds.
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** Brands a text that is already in the fixed shape; stops on any other. */
export function instant(text: string): Instant {
  assert(SHAPE.test(text), 'an instant is written as 2026-04-01T07:00:00.000Z', { text });
  return text as Instant;
}

/** Reads an RFC 3339 timestamp with its offset; undefined when it is not one. Digits below a millisecond are cut. */
export function parseInstant(text: string): Instant | undefined {
  if (!RFC_3339.test(text)) return undefined;
  try {
    return fromTemporal(Temporal.Instant.from(text));
  } catch {
    return undefined;
  }
}

export function fromTemporal(value: Temporal.Instant): Instant {
  return instant(value.toString({ fractionalSecondDigits: 3, roundingMode: 'floor' }));
}

export const laterOf = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** `a + hours`, exactly (an hour is always 3,600 s here). */
export function plusHours(a: Instant, hours: number): Instant {
  return fromTemporal(Temporal.Instant.from(a).add({ hours }));
}

/** `a + minutes`, exactly. */
export function plusMinutes(a: Instant, minutes: number): Instant {
  return fromTemporal(Temporal.Instant.from(a).add({ minutes }));
}
