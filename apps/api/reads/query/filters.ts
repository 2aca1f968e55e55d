import type { Prefix } from '#kernel/ids/entity-id';
import { isEntityId } from '#kernel/ids/entity-id';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { zoneCalendar } from '#kernel/time/calendar';
import { parseInstant } from '#kernel/time/instant';
import { addDays, parseDate } from '#kernel/time/plain-date';
import type { ProgramCalendar } from '#kernel/time/program-calendar';
import type { Condition } from '#platform/view-store/port/view-store';
import type { Parameter } from './parameter';

/** A parameter that narrows a table, and what it asks of the view's own fields. */
export interface Filter extends Parameter {
  /** Empty where the table itself looks after it. `program` tells when a day begins. */
  where(text: string, program: ProgramCalendar): readonly Condition[];
}

type Bound = '=' | '>=' | '<=';

/** One of a few words. */
export function choiceFilter(name: string, values: readonly string[], description: string): Filter {
  return {
    ...{ name, description, expected: `one of ${values.join(', ')}` },
    schema: { type: 'string', enum: [...values] },
    passes: (text) => values.includes(text),
    where: (text) => [{ field: name, is: '=', value: text }],
  };
}

/** A word that the rules may add to, so that its shape alone is checked. */
export function wordFilter(name: string, pattern: RegExp, example: string, description: string): Filter {
  return {
    ...{ name, description, expected: `a word like ${example}` },
    schema: { type: 'string', pattern: pattern.source, examples: [example] },
    passes: (text) => pattern.test(text),
    where: (text) => [{ field: name, is: '=', value: text }],
  };
}

/** An id of one kind. */
export function idFilter(name: string, prefix: Prefix, description: string): Filter {
  return {
    ...{ name, description, expected: `an id like ${prefix}_ and 26 characters a–z, 2–7` },
    schema: { type: 'string', pattern: `^${prefix}_[a-z2-7]{26}$` },
    passes: (text) => isEntityId(prefix, text),
    where: (text) => [{ field: name, is: '=', value: text }],
  };
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A partner by id or slug. The table resolves it among the partners that the asker sees (`partnerIs`). */
export const partnerFilter: Filter = {
  name: 'partner',
  description: 'One partner, by id or slug.',
  expected: 'a partner’s id (ptr_…) or slug (codeva)',
  schema: { type: 'string', maxLength: 64, examples: ['codeva'] },
  passes: (text) => isEntityId('ptr', text) || (text.length <= 64 && SLUG.test(text)),
  where: () => [],
};

/** A district, school or cohort. */
export const subjectFilter: Filter = {
  name: 'subjectId',
  description: 'One district, school or cohort.',
  expected: 'a subject like lea:0100390',
  schema: { type: 'string', maxLength: 80, examples: ['lea:0100390'] },
  passes: (text) => parseSubjectId(text) !== undefined,
  where: (text) => [{ field: 'subjectId', is: '=', value: text }],
};

/** Whom something waits on, by role; rows say it in `waitsOn`. */
export function waitsOnFilter(roles: readonly string[]): Filter {
  return {
    ...choiceFilter('waitsOn', roles, 'Whom it waits on.'),
    where: (text) => [{ field: 'waitsOnRole', is: '=', value: text }],
  };
}

/** A program year. */
export function yearFilter(name: string, description: string, field?: string): Filter {
  return {
    ...{ name, description, expected: 'a year from 1900 to 2999' },
    schema: { type: 'integer', minimum: 1_900, maximum: 2_999, examples: [2_026] },
    passes: (text) => /^(19|2\d)\d\d$/.test(text),
    where: (text) => (field === undefined ? [] : [{ field, is: '=', value: Number(text) }]),
  };
}

/** A quarter of a program year; `field` is left out where the table itself looks after it. */
export function quarterFilter(name: string, description: string, field?: string): Filter {
  return {
    ...{ name, description, expected: 'a quarter like 2026-Q3' },
    schema: { type: 'string', pattern: '^(19|2\\d)\\d\\d-Q[1-4]$', examples: ['2026-Q3'] },
    passes: (text) => /^(19|2\d)\d\d-Q[1-4]$/.test(text),
    where: (text) => (field === undefined ? [] : [{ field, is: '=', value: text }]),
  };
}

/** `true` or `false`. */
export function flagFilter(name: string, description: string): Filter {
  return {
    ...{ name, description, expected: 'true or false' },
    schema: { type: 'boolean' },
    passes: (text) => text === 'true' || text === 'false',
    where: (text) => [{ field: name, is: '=', value: text === 'true' }],
  };
}

/** A border of an amount, inclusive. */
export function centsFilter(name: string, field: string, is: Bound): Filter {
  return {
    ...{ name, description: `${field} ${is === '>=' ? 'from' : 'up to'} this, inclusive.` },
    expected: 'whole US cents, at least 0',
    schema: { type: 'integer', format: 'cents', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    passes: (text) => /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text)),
    where: (text) => [{ field, is, value: Number(text) }],
  };
}

/** A border of a date, inclusive. */
export function dateFilter(name: string, field: string, is: Bound): Filter {
  return {
    ...{ name, description: `${field} ${is === '>=' ? 'from' : 'up to'} this day, inclusive.` },
    expected: 'an existing day as 2026-09-30',
    schema: { type: 'string', format: 'date', examples: ['2026-09-30'] },
    passes: (text) => parseDate(text) !== undefined,
    where: (text) => [{ field, is, value: text }],
  };
}

/** A border of a moment, inclusive: an instant, or a whole day of the program's zone. */
export function momentFilter(name: string, field: string, is: '>=' | '<='): Filter {
  return {
    ...{ name, description: `${field} ${is === '>=' ? 'from' : 'up to'} this, inclusive; a day is the program’s.` },
    expected: 'a day as 2026-09-30, or an instant with an offset',
    schema: { type: 'string', examples: ['2026-09-30', '2026-09-30T07:00:00Z'] },
    passes: (text) => parseDate(text) !== undefined || parseInstant(text) !== undefined,
    where: (text, { zone }) => {
      const day = parseDate(text);
      if (day === undefined) return [{ field, is, value: parseInstant(text) ?? text }];
      if (is === '>=') return [{ field, is, value: zoneCalendar.startOf(day, zone) }];
      return [{ field, is: '<', value: zoneCalendar.startOf(addDays(day, 1), zone) }];
    },
  };
}
