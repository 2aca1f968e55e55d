import { assert } from '#kernel/assert/assert';

/** What JSON can hold and what events are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a value: RFC 8785 (JSON Canonicalization Scheme).
 * Stops on what JSON would bend in silence: undefined, non-finite or unsafe numbers, lone surrogates.
 *
 * By hand, because every event passes through here twice and is proved by these bytes: checking and writing in one walk
 * takes half the time of a check and a library. The library (json-canonicalize) is the oracle of its property test.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numeral(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  assert(typeof value === 'object', 'a value that JSON cannot hold', { type: typeof value });
  return Array.isArray(value) ? list(value) : members(value as Readonly<Record<string, unknown>>);
}

function list(items: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < items.length; i += 1) text += i === 0 ? canonical(items[i]) : `,${canonical(items[i])}`;
  return `${text}]`;
}

/** Members in the order of their names' UTF-16 code units (RFC 8785 section 3.2.3), which is JavaScript's own. */
function members(object: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of sortedKeys(object)) {
    const member = object[key];
    assert(member !== undefined, 'a member without a value', { key });
    text += `${text === '' ? '{' : ','}${named(key)}${canonical(member)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** The names of members come again and again, so their texts are kept; data that is used as names must not fill the memory. */
function named(key: string): string {
  const known = NAMES.get(key);
  if (known !== undefined) return known;
  const text = `${quoted(key)}:`;
  if (NAMES.size < NAMES_KEPT) NAMES.set(key, text);
  return text;
}

const NAMES_KEPT = 2_000;
const NAMES = new Map<string, string>();

/**
 * An insertion sort: objects here have a dozen members, often in order already, and `Array.prototype.sort` made a tenth of
 * the garbage of a whole claim. Large ones are the library's.
 */
function sortedKeys(object: object): readonly string[] {
  const keys = Object.keys(object);
  if (keys.length > MEMBERS_SORTED_BY_HAND) return keys.sort();
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i] as string;
    let place = i;
    for (; place > 0 && (keys[place - 1] as string) > key; place -= 1) keys[place] = keys[place - 1] as string;
    keys[place] = key;
  }
  return keys;
}

const MEMBERS_SORTED_BY_HAND = 48;

/** ECMAScript writes numbers as RFC 8785 wants them; what a double cannot carry exactly is refused. */
function numeral(value: number): string {
  assert(
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)),
    'a number that JSON cannot carry exactly',
    { value: String(value) },
  );
  return Object.is(value, -0) ? '0' : String(value);
}

// The characters that JSON escapes, and surrogates.
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  assert(text.isWellFormed(), 'text with a lone surrogate has no canonical form');
  return JSON.stringify(text);
}
