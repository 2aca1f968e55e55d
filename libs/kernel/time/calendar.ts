import type { Instant } from '#kernel/time/instant';
import { fromTemporal } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { assert } from '#kernel/assert/assert';
import { Temporal } from 'temporal-polyfill';

/**
 * The two questions about civil time that a decision may ask. Deciders do no zone arithmetic: they are handed the
 * answers, the answers are kept in the decision's capsule, and a replay in 2029 reads them there, whatever the zone
 * database says by then.
 */
export interface Calendar {
  /** The date that the wall calendar shows in `zone` at `at`. */
  dateAt(at: Instant, zone: string): PlainDate;
  /** The instant at which `date` begins in `zone`. */
  startOf(date: PlainDate, zone: string): Instant;
}

/**
 * Answers by the IANA zone database of the running Node. Days are remembered, for a busy ledger asks about the same few
 * thousands of times a second and a zone computation costs as much as the rest of a decision.
 */
export const zoneCalendar: Calendar = {
  dateAt(at, zone) {
    const today = todays.get(zone);
    if (today !== undefined && today.start <= at && at < today.end) return today.date;
    const date = plainDate(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString());
    todays.set(zone, { date, start: this.startOf(date, zone), end: this.startOf(addDays(date, 1), zone) });
    return date;
  },
  startOf(date, zone) {
    const key = `${date}@${zone}`;
    const known = starts.get(key);
    if (known !== undefined) return known;
    if (starts.size >= REMEMBERED_DAYS) starts.clear();
    const start = fromTemporal(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant());
    starts.set(key, start);
    return start;
  },
};

const REMEMBERED_DAYS = 10_000;
const starts = new Map<string, Instant>();
const todays = new Map<string, { readonly date: PlainDate; readonly start: Instant; readonly end: Instant }>();

/** What a calendar was asked and what it said, by question: `{"2026-11-03@America/Los_Angeles": "2026-11-03T08:00:00.000Z"}`. */
export type CalendarAnswers = Readonly<Record<string, string>>;

/** A calendar that passes questions on and writes every answer into `answers`. */
export function recording(calendar: Calendar, answers: Record<string, string>): Calendar {
  return {
    dateAt: (at, zone) => (answers[`${at}@${zone}`] = calendar.dateAt(at, zone)),
    startOf: (date, zone) => (answers[`${date}@${zone}`] = calendar.startOf(date, zone)),
  };
}

/** A calendar that knows only what was answered then; stops on a question that the decision did not ask. */
export function recorded(answers: CalendarAnswers): Calendar {
  const answer = (question: string): string => {
    const said = answers[question];
    assert(said !== undefined, 'the decision did not ask the calendar this', { question });
    return said;
  };
  return {
    dateAt: (at, zone) => answer(`${at}@${zone}`) as PlainDate,
    startOf: (date, zone) => answer(`${date}@${zone}`) as Instant,
  };
}
