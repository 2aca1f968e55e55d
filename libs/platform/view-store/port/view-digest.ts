import { digestOfLines } from '#kernel/codec/digest';

/**
 * The digest of a view's content: SHA-256 over one line a document, `"key" body` with the canonical body, in key order
 * (G11). Takes rows one at a time, so that a view need not fit in memory.
 */
export function digestOfRows(rows: Iterable<readonly [key: string, body: string]>): string {
  return digestOfLines(lines(rows));
}

function* lines(rows: Iterable<readonly [string, string]>): Generator<string> {
  for (const [key, body] of rows) yield `${JSON.stringify(key)} ${body}`;
}
