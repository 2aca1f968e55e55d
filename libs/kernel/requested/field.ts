import { because, check, field } from '#kernel/requested/field-kind';
import type { FieldOptions } from '#kernel/requested/field-registry';
import type { Prefix } from '#kernel/ids/entity-id';
import { isEntityId } from '#kernel/ids/entity-id';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { parseInstant } from '#kernel/time/instant';
import { parseDate } from '#kernel/time/plain-date';
import { isTimeZone } from '#kernel/time/zone';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

// A command's class finds all kinds of value in one module.
export { ChoicesField, IdsField, ListField, NamesField, ObjectField, StatesField } from '#kernel/requested/list-fields';

/**
 * One decorator a kind of value. Each sets the validator, the code and words of its error, and the JSON schema that the
 * OpenAPI document shows, so that the three cannot drift apart.
 */

/** Integer US cents. Strings, fractions and unsafe integers are a wrong shape; bounds of meaning belong to deciders. */
export const CentsField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: 'integer', format: 'cents', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, examples: [50_000] },
    options,
    [
      check(
        'AMOUNT_FORMAT',
        'whole US cents as a JSON integer, at least 0',
        (value) => Number.isSafeInteger(value) && Number(value) >= 0,
      ),
    ],
  );

/** Yes or no; a word for it (`"true"`) or a number is none. */
export const BooleanField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'boolean' }, options, [check('BOOLEAN', 'true or false', (value) => typeof value === 'boolean')]);

/** A count of things. */
export const IntegerField = (options: FieldOptions & { min: number; max: number }): PropertyDecorator => {
  const say = because('INTEGER', `a whole number from ${options.min} to ${options.max}`);
  return field({ type: 'integer', minimum: options.min, maximum: options.max }, options, [
    IsInt(say),
    Min(options.min, say),
    Max(options.max, say),
  ]);
};

/** An id of one kind: its prefix and 26 lower-case base32 characters. `path: true` when the address carries it. */
export const IdField = (prefix: Prefix, options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', pattern: `^${prefix}_[a-z2-7]{26}$`, examples: [`${prefix}_${'a'.repeat(26)}`] }, options, [
    check('ID_FORMAT', `an id like ${prefix}_ and 26 characters a–z, 2–7`, (value) => isEntityId(prefix, value)),
  ]);

/** A district, school, cohort or provisional subject. */
export const SubjectField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', maxLength: 80, examples: ['lea:0100390', 'school:010039000001'] }, options, [
    check(
      'SUBJECT_FORMAT',
      'lea: and 7 digits, school: and 12 digits (both begin with a state’s FIPS code), cohort: or local: and a name',
      (value) => typeof value === 'string' && parseSubjectId(value) !== undefined,
    ),
  ]);

/** A calendar date. */
export const DateField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', format: 'date', examples: ['2026-09-30'] }, options, [
    check(
      'DATE_FORMAT',
      'an existing day from 1900 to 2999 as YYYY-MM-DD',
      (value) => typeof value === 'string' && parseDate(value) !== undefined,
    ),
  ]);

/** A moment as this system writes it: UTC with milliseconds. For commands that the system issues itself. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', format: 'date-time', examples: ['2026-04-01T07:00:00.000Z'] }, options, [
    check(
      'INSTANT_FORMAT',
      'a moment as 2026-04-01T07:00:00.000Z',
      (value) => typeof value === 'string' && isInstant(value),
    ),
  ]);

/** A moment as people and their programs write it: RFC 3339 with an offset. The decider reads it with `parseInstant`. */
export const MomentField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', format: 'date-time', maxLength: 40, examples: ['2026-04-01T00:00:00-07:00'] }, options, [
    check(
      'INSTANT_FORMAT',
      'a moment with its offset, like 2026-04-01T00:00:00-07:00',
      (value) => typeof value === 'string' && value.length <= 40 && parseInstant(value) !== undefined,
    ),
  ]);

/** A quarter of a program year. */
export const QuarterField = (options: FieldOptions = {}): PropertyDecorator =>
  PatternField(/^(?:19|2\d)\d{2}-Q[1-4]$/, 'a quarter like 2026-Q3', { max: 7, example: '2026-Q3', ...options });

/** A zone of the IANA database. */
export const TimeZoneField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', maxLength: 64, examples: ['America/Los_Angeles'] }, options, [
    check(
      'TIME_ZONE',
      'a zone of the IANA database, like America/Los_Angeles',
      (value) => typeof value === 'string' && isTimeZone(value),
    ),
  ]);

/** A short name of a thing, as it stands in addresses and tokens: `codeva`, `codeva-staff-1`. */
export const SlugField = (options: FieldOptions = {}): PropertyDecorator =>
  PatternField(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters and digits, in words joined by dashes', {
    max: 60,
    example: 'codeva',
    ...options,
  });

/** Words of a person. Control characters other than line breaks and tabs are refused. */
export const TextField = (options: FieldOptions & { max: number }): PropertyDecorator =>
  field({ type: 'string', minLength: 1, maxLength: options.max }, options, [
    check(
      'TEXT_FORMAT',
      `text of 1 to ${options.max} characters`,
      (value) =>
        typeof value === 'string' &&
        value.trim().length > 0 &&
        value.length <= options.max &&
        value.isWellFormed() &&
        !CONTROL.test(value),
    ),
  ]);

/** A text of a fixed pattern. */
export const PatternField = (
  pattern: RegExp,
  words: string,
  options: FieldOptions & { max: number; example?: string },
): PropertyDecorator => {
  const say = because('TEXT_FORMAT', words);
  const examples = options.example === undefined ? {} : { examples: [options.example] };
  return field({ type: 'string', pattern: pattern.source, maxLength: options.max, ...examples }, options, [
    IsString(say),
    MinLength(1, say),
    MaxLength(options.max, say),
    Matches(pattern, say),
  ]);
};

/** Lower-case hexadecimal SHA-256 of a file. */
export const Sha256Field = (options: FieldOptions = {}): PropertyDecorator =>
  PatternField(/^[0-9a-f]{64}$/, 'a SHA-256 as 64 lower-case hexadecimal digits', { max: 64, ...options });

/** Of a bank in the United States: nine digits, of which the last is a check (ABA, weights 3 7 1). */
export const RoutingNumberField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', pattern: '^\\d{9}$', examples: ['011000015'] }, options, [
    check('ROUTING_NUMBER', 'a routing number of nine digits whose last one fits', isRoutingNumber),
  ]);

/** One of a few words. */
export const ChoiceField = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'string', enum: [...values] }, options, [
    IsIn(values, because('CHOICE', `one of ${values.join(', ')}`)),
  ]);

function isRoutingNumber(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{9}$/.test(value) || value === '000000000') return false;
  const weighed = Array.from(value, (digit, index) => Number(digit) * ([3, 7, 1][index % 3] ?? 0));
  return weighed.reduce((sum, one) => sum + one) % 10 === 0;
}

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

function isInstant(text: string): boolean {
  return parseInstant(text) === text;
}
