import type { Cell, CellReader } from '#contexts/imports/kinds/cell';
import { cellFault, shown, trimmed } from '#contexts/imports/kinds/cell';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { addDays, parseDate, plainDate } from '#kernel/time/plain-date';

/** Words, as they are; what they may be is judged by the command. */
export const words: CellReader = (text) => trimmed(text, (bare) => ({ value: bare }));

/** Several words in one cell, parted by semicolons. */
export const list: CellReader = (text) =>
  trimmed(text, (bare) => ({ value: bare.split(';').map((one) => one.trim()) }));

const DAY_ZERO = '1899-12-30';
/** Days as Excel counts them: 20000 is 1954, 80000 is 2119. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const DAY_OR_MONTH_FIRST = /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$/;

/** A day as YYYY-MM-DD. Every other spelling means different days in different places. */
export const date: CellReader = (text) =>
  trimmed(text, (bare) => {
    const dayZero = `${bare} is what a spreadsheet writes for an empty date.`;
    if (bare === DAY_ZERO || bare === '1900-01-00') return cellFault('DATE_EMPTY', dayZero, 'the day that was meant');
    if (SERIAL.test(bare)) return serialDate(bare);
    if (parseDate(bare) !== undefined) return { value: bare };
    return cellFault('DATE_FORMAT', `${shown(bare)} ${noDay(bare)}.`, 'a day as YYYY-MM-DD, like 2026-09-30');
  });

function noDay(text: string): string {
  if (DAY_OR_MONTH_FIRST.test(text)) return 'may be read with the month or the day first';
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'is no day that exists' : 'is not written as YYYY-MM-DD';
}

/** The two calendars of Excel (Windows; old Macintosh) lie four years apart, and the file does not say which it was. */
function serialDate(text: string): Cell {
  const days = Math.trunc(Number(text));
  const since1900 = addDays(plainDate(DAY_ZERO), days);
  const since1904 = addDays(plainDate('1904-01-01'), days);
  const detail = `${text} is a day as a spreadsheet counts them: ${since1900}, or ${since1904} by the calendar of 1904.`;
  return cellFault('DATE_SERIAL', detail, { [since1900]: 'if counted from 1900', [since1904]: 'if counted from 1904' });
}

/** A whole number in plain digits. No space, sign, separator or unit: each of them may hide another number. */
export const wholeNumber: CellReader = (text) => {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
  return cellFault('INTEGER', `${shown(text)} is no whole number in plain digits.`, 'digits alone, like 12');
};

/** Whole US cents in plain digits. */
export const cents: CellReader = (text) => {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
  const detail = `${shown(text)} is no amount in whole cents.`;
  return cellFault('AMOUNT_FORMAT', detail, 'whole US cents in plain digits: 150000 for $1,500.00');
};

const LENGTHS: Readonly<Record<number, readonly [kind: 'lea' | 'school', digits: number]>> = {
  6: ['lea', 7],
  7: ['lea', 7],
  11: ['school', 12],
  12: ['school', 12],
};

/**
 * A district or school: an NCES id, bare or with its kind in front (`lea:0100390`). Spreadsheets take the zero from in front
 * of an id; six digits (or eleven of a school) can only have been one with a zero, for every id begins with a state's two.
 */
export const subject: CellReader = (text) => trimmed(text, subjectIn);

function subjectIn(bare: string): Cell {
  if (bare.includes(':')) return parseSubjectId(bare) === undefined ? noSubject(bare) : { value: bare };
  const [kind, digits] = LENGTHS[bare.length] ?? [];
  if (kind === undefined || digits === undefined || !/^\d+$/.test(bare)) return noSubject(bare);
  const id = `${kind}:${bare.padStart(digits, '0')}`;
  if (parseSubjectId(id) === undefined) {
    const state = id.slice(kind.length + 1, kind.length + 3);
    const detail = `${bare} cannot be an NCES id: no state has the code ${state} with which ${id} begins.`;
    return cellFault('SUBJECT_FORMAT', detail, 'an NCES id of a district (7 digits) or school (12 digits)');
  }
  const zero = bare.length < digits ? ['the zero in front was lost'] : [];
  const school = kind === 'school' ? ['it is the id of a school'] : [];
  const why = [...zero, ...school].join('; ');
  return why === '' ? { value: id } : { value: id, repair: { now: id, why } };
}

function noSubject(bare: string): Cell {
  const isPrivate = /^[A-Z]{1,2}\d{6,7}$/i.test(bare);
  const what = isPrivate ? ', and looks like that of a private school' : '';
  const detail = `${shown(bare)} is no NCES id of a district (7 digits) or school (12 digits)${what}.`;
  return cellFault(
    'SUBJECT_FORMAT',
    detail,
    'an NCES id, or local: and the provisional id that program staff registered',
  );
}

/** Files that prove an outcome: `board-minutes=` and the file's SHA-256, several parted by semicolons. */
export const evidence: CellReader = (text) =>
  trimmed(text, (bare) => {
    const items = bare.split(';').map((one) => /^\s*([a-z-]+)\s*=\s*([0-9a-f]{64})\s*$/i.exec(one));
    if (items.every((item) => item !== null))
      return { value: items.map((item) => ({ kind: item[1] ?? '', sha256: (item[2] ?? '').toLowerCase() })) };
    const detail = `${shown(bare)} does not name files that were uploaded.`;
    return cellFault('EVIDENCE_FORMAT', detail, 'a kind, = and the SHA-256 of the upload, parted by semicolons');
  });
