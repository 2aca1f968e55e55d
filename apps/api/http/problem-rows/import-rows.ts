import { row } from './row';

/**
 * What is wrong with a file, or with the order to apply it: nothing of it is applied. Then what may be wrong with a row,
 * which stands in the plan: the other rows are not touched by it.
 */
export const IMPORT_ROWS = {
  FILE_NOT_CSV: row(
    422,
    'The file is not a CSV file',
    'In the spreadsheet, save it as “CSV UTF-8 (comma delimited)”.',
    'It is a workbook (XLSX) or another ZIP file, not a CSV file.',
  ),
  FILE_ENCODING: row(
    422,
    'The file is not in UTF-8',
    'Save it as “CSV UTF-8”: which letters other bytes stand for cannot be known.',
    'The byte E9 in line 3, place 12, is not UTF-8; the file may be Latin-1 or Windows-1252.',
  ),
  FILE_DELIMITER: row(
    422,
    'Which delimiter parts the columns cannot be known',
    'Part the columns with commas alone.',
    'The header holds comma and semicolon; which of them parts the columns cannot be known.',
  ),
  FILE_QUOTES: row(
    422,
    'The double quotes do not fit together',
    'Put the whole cell in double quotes, and double each one inside it.',
    'The double quotes in line 7 do not fit together.',
  ),
  FILE_HEADER: row(
    422,
    'The header cannot be used',
    'Name each column once, as `wouldPass` lists them; a column that a file may lack can be filled in.',
    'The header cannot be used: it lacks timeZone, since.',
  ),
  FILE_TOO_LONG: row(
    422,
    'The file has too many rows',
    'Cut it into several files; the order of the rows makes no difference.',
    'The file has more than 2000 rows.',
  ),
  CONTROL_TOTAL: row(
    422,
    'The file is not the one that was announced',
    'Send the whole file, or state what it holds.',
    'The file has 11 rows; 12 were stated.',
  ),
  PLAN_CHANGED: row(
    409,
    'The plan is no longer the one that you saw',
    'Upload the file again, look at its plan, and apply that.',
    'You name a plan that this file does not have any more.',
  ),
  ROWS_REJECTED: row(
    422,
    'All rows have to pass, and some do not',
    'Mend the rows in rejected.csv, or upload the file with mode=per-row.',
    '3 of 12 rows are rejected, so none is applied (mode all-or-nothing).',
  ),
  ALREADY_APPLIED: row(409, 'This plan is applied already', 'Nothing is left to do.', 'This plan is applied already.'),
  NOT_A_DISTRICT: row(
    409,
    'Neither a district nor a school',
    'Name a district (lea:…) or a school (school:…).',
    'cohort:coaches-2026 is a cohort; districts and schools sign up.',
  ),
  SUBJECT_NOT_REGISTERED: row(
    409,
    'A provisional id that nobody has registered',
    'Program staff registers it at /v1/subjects.',
    'local:hopi-day-school is a provisional id that nobody has registered.',
  ),
  SIGNED_IN_FUTURE: row(
    409,
    'The day is yet to come',
    'Record the sign-up when it is signed.',
    '2999-01-01 is yet to come; the latest day that can be recorded is 2026-08-05.',
  ),
  ALREADY_SIGNED_UP: row(
    409,
    'The district has signed up before',
    'Nothing is left to do; the first sign-up stands.',
    'lea:0100390 signed up on 2024-08-08, in tier 1.',
  ),
  ROW_LENGTH: row(
    422,
    'A row has more or fewer cells than the header',
    'Give every row a cell for each column; a delimiter inside a cell needs double quotes around the cell.',
    'The row has 4 cells, the header 3.',
  ),
  CELL_ERROR: row(
    422,
    'A cell holds a failed formula',
    'Put the value itself into the cell.',
    '#N/A is a formula that failed in the spreadsheet.',
  ),
  CELL_SHORTENED: row(
    422,
    'A cell holds a shortened number',
    'Format the column as text before you save the file: the digits that are missing cannot be known.',
    '4.00427E+10 is a number that the spreadsheet has shortened; its other digits are lost.',
  ),
  CELL_FORMULA: row(
    422,
    'A cell holds a formula',
    'Put the value itself into the cell.',
    '“="0100390"” is a formula, not a value.',
  ),
  DATE_SERIAL: row(
    422,
    'A date is a count of days',
    'Format the column as a date, YYYY-MM-DD, before you save the file.',
    '45000 is a day as a spreadsheet counts them: 2023-03-15, or 2027-03-16 by the calendar of 1904.',
  ),
  DATE_EMPTY: row(
    422,
    'A date is an empty one',
    'Find out which day was meant.',
    '1899-12-30 is what a spreadsheet writes for an empty date.',
  ),
  EVIDENCE_FORMAT: row(
    422,
    'A cell names no uploaded files',
    'Write the kind, = and the SHA-256 of the upload; several parted by semicolons.',
    '“minutes.pdf” does not name files that were uploaded.',
  ),
  AMOUNT_DIFFERS: row(
    422,
    'The row expects another amount than the catalogue gives',
    'Leave the amount out, or find out why it differs.',
    'The catalogue gives 150000 cents for it; the row expects 200000.',
  ),
  PARTNER_UNKNOWN: row(
    422,
    'No partner that you may act for',
    'Name the slug or the id of a partner, as /v1/partners shows it.',
    '“codevaa” is no partner that you may act for.',
  ),
} as const;
