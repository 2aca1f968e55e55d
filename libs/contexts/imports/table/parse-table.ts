import { decode } from '#contexts/imports/table/decode';
import type { Read } from '#contexts/imports/table/file-fault';
import { fault } from '#contexts/imports/table/file-fault';
import { LineCounter } from '#contexts/imports/table/line-counter';
import { assert } from '#kernel/assert/assert';
import type { Info } from 'csv-parse';
import { CsvError, parse } from 'csv-parse/sync';

/** Rows that one file may have: a plan is made and answered in one go, which takes a second for so many (G23). */
export const MAX_ROWS = 2_000;

/** A file as a table. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Lines that hold nothing but delimiters, as Excel leaves them under a table. */
  readonly emptyRows: number;
}

export interface TableRow {
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

const NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
type Delimiter = keyof typeof NAMES;
const DELIMITERS = Object.keys(NAMES) as Delimiter[];
/** Excel's own first line that says which delimiter follows. */
const SEP = /^sep=([,;\t])(?:\r\n|\n|\r)/;
const LONGEST_SEP = 7;
/** More than any header has. */
const HEADER_BYTES = 16 * 1024;

/** Reads a file as a table, or says why it is none, with the line. RFC 4180, with a comma, semicolon or tab. */
export function parseTable(file: Uint8Array): Read<Table> {
  const decoded = decode(file);
  if ('fault' in decoded) return decoded;
  const start = new TextDecoder().decode(decoded.ok.subarray(0, LONGEST_SEP));
  const said = SEP.exec(start);
  const body = decoded.ok.subarray(said?.[0].length ?? 0);
  const delimiter = said === null ? delimiterOf(body) : { ok: said[1] as Delimiter };
  if ('fault' in delimiter) return delimiter;
  const lines = new LineCounter(body, said === null ? 1 : 2);
  const parsed = parsedRows(body, delimiter.ok, lines);
  return 'fault' in parsed ? parsed : tableOf(parsed.ok, lines);
}

/** Names of columns hold none of the three, so the one that stands in the header is the delimiter. */
function delimiterOf(body: Uint8Array): Read<Delimiter> {
  const beginning = new TextDecoder().decode(body.subarray(0, HEADER_BYTES));
  const header = /^[\r\n]*([^\r\n]*)/.exec(beginning)?.[1] ?? '';
  const bare = header.replace(/"[^"]*"/g, '');
  const found = DELIMITERS.filter((one) => bare.includes(one));
  if (found.length <= 1) return { ok: found[0] ?? ',' };
  const names = found.map((one) => NAMES[one]).join(' and ');
  const detail = `The header holds ${names}; which of them parts the columns cannot be known.`;
  return fault('FILE_DELIMITER', detail, 'Part the columns with commas alone.', { line: 1 });
}

function parsedRows(body: Uint8Array, delimiter: Delimiter, lines: LineCounter): Read<readonly Parsed[]> {
  const options = {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Delimiters may differ from line to line after an edit; an end of line may not begin to be part of a cell.
    record_delimiter: ['\r\n', '\n', '\r'],
  };
  // The header, the rows, and one more that says there are too many. (Its types know nothing of what `info` adds.)
  const read = (to: number): Parsed[] => parse(body, { ...options, to }) as unknown as Parsed[];
  try {
    return { ok: read(MAX_ROWS + 2) };
  } catch (error) {
    assert(error instanceof CsvError, 'the parser stops on nothing but its input', { error: String(error) });
    const good = (error as { readonly records?: number }).records ?? 0;
    const end = good === 0 ? 0 : (read(good).at(-1)?.info.bytes ?? 0);
    const line = lines.startAfter(end);
    const detail = `The double quotes in line ${line} do not fit together.`;
    const wouldPass = 'Put the whole cell in double quotes, and double each one inside it.';
    return fault('FILE_QUOTES', detail, wouldPass, { line });
  }
}

function tableOf(parsed: readonly Parsed[], lines: LineCounter): Read<Table> {
  const [first, ...others] = parsed.map(({ record, info }, index) => {
    const before = parsed[index - 1]?.info.bytes ?? 0;
    return { line: lines.startAfter(before, info.bytes), cells: record };
  });
  if (first === undefined) return fault('EMPTY_FILE', 'The file has no line.', 'Begin it with a header.');
  if (others.length > MAX_ROWS) {
    const detail = `The file has more than ${MAX_ROWS} rows.`;
    return fault('FILE_TOO_LONG', detail, `Cut it into files of ${MAX_ROWS} rows; the order does not matter.`);
  }
  const rows = others.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { ok: { header: first.cells, rows, emptyRows: others.length - rows.length } };
}
