import { spreadsheetFault } from '#contexts/imports/kinds/cell';
import type { Fill, Placed } from '#contexts/imports/kinds/header';
import { placeColumns } from '#contexts/imports/kinds/header';
import type { Kind, ReadRow, Repair, RowError } from '#contexts/imports/kinds/kind';
import type { Read } from '#contexts/imports/table/file-fault';
import { fault } from '#contexts/imports/table/file-fault';
import type { Cents } from '#kernel/money/cents';
import type { Table, TableRow } from '#contexts/imports/table/parse-table';

/** How a table is to be read. */
export interface Reading {
  readonly fill: readonly Fill[];
  /** What the sender counted and summed up; held against the file. */
  readonly expectRows?: number | null;
  readonly expectCents?: Cents | null;
}

/** Reads a table's rows as those of a kind, or says why none of it can be. */
export function readRows(table: Table, kind: Kind, reading: Reading): Read<readonly ReadRow[]> {
  const placed = placeColumns(table, kind, reading.fill);
  if ('fault' in placed) return placed;
  const rows = table.rows.map((row) => readRow(row, placed.ok, table.header.length));
  const wrong = wrongTotal(rows, kind, reading);
  if (wrong !== undefined) return fault('CONTROL_TOTAL', wrong, 'Send the whole file, or state what it holds.');
  return { ok: kind.join === undefined ? rows : kind.join(rows) };
}

function readRow({ line, cells }: TableRow, placed: readonly Placed[], width: number): ReadRow {
  const texts = Object.fromEntries(placed.map(({ column, at }) => [column.name, textAt(cells, at)]));
  const called = Object.fromEntries(placed.map(({ column, called: name }) => [column.name, name]));
  const row = { line, cells: texts, called };
  if (cells.length !== width) return { ...row, values: {}, repairs: [], errors: [ragged(cells.length, width)] };
  const values: Record<string, unknown> = {};
  const repairs: Repair[] = [];
  const errors: RowError[] = [];
  for (const { column, called: name } of placed) {
    const was = texts[column.name] ?? '';
    if (was.trim() === '') {
      if (column.isRequired === true) errors.push({ column: name, was, code: 'REQUIRED', ...missing(column.what) });
      continue;
    }
    const cell = spreadsheetFault(was) ?? column.read(was);
    if ('fault' in cell) errors.push({ column: name, was, ...cell.fault });
    else values[column.name] = cell.value;
    if ('repair' in cell) repairs.push({ column: name, was, ...cell.repair });
  }
  return { ...row, values, repairs, errors };
}

const missing = (what: string): { detail: string; wouldPass: string } => ({
  detail: `The cell is empty; ${what} is due.`,
  wouldPass: what,
});

const textAt = (cells: readonly string[], at: Placed['at']): string =>
  typeof at === 'number' ? (cells[at] ?? '') : at.value;

/** Which cell is whose cannot be known. */
const ragged = (found: number, width: number): RowError => ({
  ...{ column: '', was: '', code: 'ROW_LENGTH', detail: `The row has ${found} cells, the header ${width}.` },
  wouldPass: 'a cell for each column; a delimiter inside a cell needs double quotes around the cell',
});

function wrongTotal(rows: readonly ReadRow[], kind: Kind, { expectRows, expectCents }: Reading): string | undefined {
  if (typeof expectRows === 'number' && expectRows !== rows.length)
    return `The file has ${rows.length} rows; ${expectRows} were stated.`;
  if (typeof expectCents !== 'number') return undefined;
  const { sums } = kind;
  if (sums === undefined) return `A file of ${kind.name} has no column of amounts that could be summed up.`;
  const sum = rows.reduce((total, { values }) => total + Number(values[sums] ?? 0), 0);
  return sum === expectCents ? undefined : `The column ${sums} adds up to ${sum} cents; ${expectCents} were stated.`;
}
