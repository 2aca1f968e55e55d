import { Temporal } from 'temporal-polyfill';

// Temporal would also take offsets (`+05:00`) and any mix of cases; a zone is stored by the database's own name.
const NAME = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

/** True for a name of the IANA zone database as that database spells it: `America/Los_Angeles`, `UTC`. */
export function isTimeZone(text: string): boolean {
  if (text.length > 64 || !NAME.test(text)) return false;
  try {
    return Temporal.PlainDate.from('2026-01-01').toZonedDateTime(text).timeZoneId === text;
  } catch {
    return false;
  }
}
