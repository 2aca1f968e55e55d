import { parseTable } from '#contexts/imports/table/parse-table';
import type { Plan } from '#platform/imports/plan';
import { stringify } from 'csv-stringify/sync';

const BOM = '\uFEFF';
// What a spreadsheet takes for the beginning of a formula, its full-width forms included (bad input 58).
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Columns that an import passes over, so that the file can be mended and sent again as it is. */
const REMARKS = ['_line', '_column', '_code', '_reason', '_would_pass'];

/** The rejected rows of a file as they stand in it, and why: a file that can be mended and imported again. */
export function rejectedFile(file: Uint8Array, { rows }: Plan): string {
  const table = parseTable(file);
  if ('fault' in table) return '';
  const remarks = new Map(
    table.ok.header.map((name, index) => [index, name] as const).filter(([, name]) => !name.startsWith('_')),
  );
  const cells = new Map(table.ok.rows.map((row) => [row.line, row.cells]));
  const lines = rows
    .filter(({ verdict }) => verdict === 'rejected')
    .map(({ line, errors }) => {
      const all = (of: (error: (typeof errors)[number]) => string): string => errors.map(of).join('; ');
      const why = [all(({ column }) => column), all(({ code }) => code), all(({ detail }) => detail)];
      const passes = all(({ wouldPass = '' }) =>
        typeof wouldPass === 'string' ? wouldPass : JSON.stringify(wouldPass),
      );
      const own = [...remarks.keys()].map((index) => cells.get(line)?.[index] ?? '');
      return [...own, String(line), ...why, passes].map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell));
    });
  return (
    BOM + stringify([[...remarks.values(), ...REMARKS], ...lines], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
  );
}
