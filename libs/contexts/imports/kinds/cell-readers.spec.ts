import { spreadsheetFault } from './cell';
import { cents, date, evidence, list, subject, wholeNumber, words } from './cell-readers';

const NO_NUMBER = { code: 'INTEGER', wouldPass: 'digits alone, like 12' };
const NO_CENTS = { code: 'AMOUNT_FORMAT', wouldPass: 'whole US cents in plain digits: 150000 for $1,500.00' };
const A_DAY = 'a day as YYYY-MM-DD, like 2026-09-30';
const repaired = (value: unknown, now: string, why: string) => ({ value, repair: { now, why } });

describe('a cell of any column', () => {
  it.each([
    ['1E5', 'CELL_SHORTENED', '1E5 is a number that the spreadsheet has shortened; its other digits are lost.'],
    [
      '4.00427E+10',
      'CELL_SHORTENED',
      '4.00427E+10 is a number that the spreadsheet has shortened; its other digits are lost.',
    ],
    [
      '4,00427E+10',
      'CELL_SHORTENED',
      '4,00427E+10 is a number that the spreadsheet has shortened; its other digits are lost.',
    ],
    ['#N/A', 'CELL_ERROR', '#N/A is a formula that failed in the spreadsheet.'],
    ['#REF!', 'CELL_ERROR', '#REF! is a formula that failed in the spreadsheet.'],
    ['="0100390"', 'CELL_FORMULA', '“="0100390"” is a formula, not a value.'],
    ["=cmd|'/c calc'!A1", 'CELL_FORMULA', "“=cmd|'/c calc'!A1” is a formula, not a value."],
  ])('%s is no value', (text, code, detail) => {
    expect(spreadsheetFault(text)).toMatchObject({ fault: { code, detail } });
  });

  it.each(['100390', 'E5', '1E', 'CSP', '-1', '#1 in the state'])('%s may be one', (text) => {
    expect(spreadsheetFault(text)).toBeUndefined();
  });
});

describe('an amount in cents', () => {
  it('is plain digits', () => {
    expect(cents('150000')).toEqual({ value: 150_000 });
  });

  it.each([
    '1,234.50',
    '(500)',
    '$10',
    ' 10 ',
    '10-',
    '-10',
    '+10',
    '10.0',
    '1 000',
    '10 USD',
    '１０',
    '1e5',
    '9'.repeat(16),
  ])('%s is never guessed at', (text) => {
    expect(cents(text)).toEqual({ fault: { ...NO_CENTS, detail: `“${text}” is no amount in whole cents.` } });
  });
});

it.each([' 12', '12.0', '-3', '1,000', '(5)', ''])('“%s” is no count', (text) => {
  expect(wholeNumber(text)).toEqual({
    fault: { ...NO_NUMBER, detail: `“${text}” is no whole number in plain digits.` },
  });
});

describe('a day', () => {
  it('is written as year, month and day', () => {
    expect(date('2024-02-29')).toEqual({ value: '2024-02-29' });
    expect(date(' 2024-02-29')).toEqual(repaired('2024-02-29', '2024-02-29', 'spaces around it are left out'));
  });

  it('as Excel counts it is shown in both of its calendars, and not chosen', () => {
    const detail = '45000 is a day as a spreadsheet counts them: 2023-03-15, or 2027-03-16 by the calendar of 1904.';
    const wouldPass = { '2023-03-15': 'if counted from 1900', '2027-03-16': 'if counted from 1904' };
    expect(date('45000')).toEqual({ fault: { code: 'DATE_SERIAL', detail, wouldPass } });
    expect(date('45000.5')).toMatchObject({ fault: { code: 'DATE_SERIAL' } });
  });

  it.each(['1899-12-30', '1900-01-00'])('%s is an empty one', (text) => {
    const detail = `${text} is what a spreadsheet writes for an empty date.`;
    expect(date(text)).toEqual({ fault: { code: 'DATE_EMPTY', detail, wouldPass: 'the day that was meant' } });
  });

  it.each([
    ['3/4/2025', 'may be read with the month or the day first'],
    ['03.04.25', 'may be read with the month or the day first'],
    ['2025-3-4', 'is not written as YYYY-MM-DD'],
    ['2023-02-29', 'is no day that exists'],
    ['Apr 2024', 'is not written as YYYY-MM-DD'],
    ['20240408', 'is not written as YYYY-MM-DD'],
  ])('%s is not read', (text, why) => {
    expect(date(text)).toEqual({ fault: { code: 'DATE_FORMAT', detail: `“${text}” ${why}.`, wouldPass: A_DAY } });
  });
});

describe('a district or school', () => {
  it.each<[string, object]>([
    ['5100120', { value: 'lea:5100120' }],
    ['lea:0100390', { value: 'lea:0100390' }],
    ['local:hopi-day-school', { value: 'local:hopi-day-school' }],
    ['100390', repaired('lea:0100390', 'lea:0100390', 'the zero in front was lost')],
    ['130228004259', repaired('school:130228004259', 'school:130228004259', 'it is the id of a school')],
    [
      '40042703160',
      repaired('school:040042703160', 'school:040042703160', 'the zero in front was lost; it is the id of a school'),
    ],
    [
      ' 100390\u00a0',
      repaired('lea:0100390', 'lea:0100390', 'spaces around it are left out; the zero in front was lost'),
    ],
  ])('%s', (text, cell) => {
    expect(subject(text)).toEqual(cell);
  });

  it('that lost another digit than a zero is not made up', () => {
    expect(subject('345985')).toEqual({
      fault: {
        code: 'SUBJECT_FORMAT',
        detail: '345985 cannot be an NCES id: no state has the code 03 with which lea:0345985 begins.',
        wouldPass: 'an NCES id of a district (7 digits) or school (12 digits)',
      },
    });
  });

  it.each([
    ['A1192099', ', and looks like that of a private school'],
    ['co00341754', ''],
    ['_2501241526AT', ''],
    ['12345', ''],
    ['12345678', ''],
    ['school:1', ''],
    ['１００３９０', ''],
  ])('%s is none', (text, more) => {
    expect(subject(text)).toEqual({
      fault: {
        code: 'SUBJECT_FORMAT',
        detail: `“${text}” is no NCES id of a district (7 digits) or school (12 digits)${more}.`,
        wouldPass: 'an NCES id, or local: and the provisional id that program staff registered',
      },
    });
  });
});

describe('words, lists and files', () => {
  it('are read without the spaces around them', () => {
    expect(words(' CodeVA ')).toEqual(repaired('CodeVA', 'CodeVA', 'spaces around it are left out'));
    expect(list('KS; MO')).toEqual({ value: ['KS', 'MO'] });
    expect(evidence(`board-minutes=${'AB'.repeat(32)};adopted-plan = ${'cd'.repeat(32)}`)).toEqual({
      value: [
        { kind: 'board-minutes', sha256: 'ab'.repeat(32) },
        { kind: 'adopted-plan', sha256: 'cd'.repeat(32) },
      ],
    });
  });

  it('a file’s name is no file', () => {
    expect(evidence('minutes.pdf')).toEqual({
      fault: {
        code: 'EVIDENCE_FORMAT',
        detail: '“minutes.pdf” does not name files that were uploaded.',
        wouldPass: 'a kind, = and the SHA-256 of the upload, parted by semicolons',
      },
    });
  });
});
