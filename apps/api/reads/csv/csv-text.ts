import { cents } from '#kernel/money/cents';
import { harmless, plainDollars } from '#kernel/text/csv';
import { nextTurn } from '#platform/runtime/timers';
import { stringify } from 'csv-stringify/sync';
import { createHash } from 'node:crypto';
import type { CsvColumn } from './csv-column';

const ROWS_A_CHUNK = 500;
const BOM = '\uFEFF';

/** A file in chunks: BOM, a line of names, a line a row, each ended by CR LF (RFC 4180). */
async function* csvChunks<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): AsyncGenerator<string> {
  yield BOM + lines([columns.flatMap(namesOf)]);
  for (let start = 0; start < rows.length; start += ROWS_A_CHUNK) {
    yield lines(
      rows.slice(start, start + ROWS_A_CHUNK).map((row) => columns.flatMap((column) => cellsOf(column, row))),
    );
    await nextTurn();
  }
}

/** A file that is ready to be sent: its head states size and SHA-256 (RFC 9530) before its first byte goes out. */
export interface CsvFile {
  readonly chunks: readonly Buffer[];
  readonly bytes: number;
  readonly digest: string;
}

/** Writes the whole file, letting others have their turn. The rows lie in memory anyhow, and their text is the lesser part. */
export async function csvFile<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Promise<CsvFile> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const text of csvChunks(columns, rows)) {
    const chunk = Buffer.from(text);
    hash.update(chunk);
    chunks.push(chunk);
    bytes += chunk.length;
  }
  return { chunks, bytes, digest: `sha-256=:${hash.digest('base64')}:` };
}

function lines(records: readonly (readonly string[])[]): string {
  return stringify([...records] as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function namesOf({ name, kind }: CsvColumn<never>): string[] {
  return kind === 'cents' ? [name, name.replace(/Cents$/, 'Dollars')] : [name];
}

function cellsOf<Row>(column: CsvColumn<Row>, row: Row): string[] {
  const value = column.value(row);
  if (column.kind === 'cents') return [String(value ?? ''), value === null ? '' : plainDollars(cents(Number(value)))];
  const text = String(value ?? '');
  return [column.kind === 'text' ? harmless(text) : text];
}
