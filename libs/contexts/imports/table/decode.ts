import type { Read } from '#contexts/imports/table/file-fault';
import { fault } from '#contexts/imports/table/file-fault';

const SAVE_AS = 'Save it as “CSV UTF-8 (comma delimited)”.';
const NEW_LINE = 10;

/** Beginnings of files that are no text, and what they are. */
const KNOWN: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'It is a workbook (XLSX) or another ZIP file, not a CSV file.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'It is a workbook of an old Excel (XLS), not a CSV file.'],
  [[0x25, 0x50, 0x44, 0x46], 'It is a PDF, not a CSV file.'],
  [[0xff, 0xfe], 'It is text in UTF-16 (“Unicode text” of Excel), not in UTF-8.'],
  [[0xfe, 0xff], 'It is text in UTF-16, not in UTF-8.'],
];
const BOM = [0xef, 0xbb, 0xbf];

/**
 * The bytes of a file's text, without a byte order mark. Only UTF-8 is taken: in Latin-1 and its cousins a byte stands for
 * different letters on different machines, and which was meant cannot be known.
 */
export function decode(file: Uint8Array): Read<Uint8Array> {
  const known = KNOWN.find(([bytes]) => startsWith(file, bytes));
  if (known !== undefined) return fault('FILE_NOT_CSV', known[1], SAVE_AS);
  const text = startsWith(file, BOM) ? file.subarray(BOM.length) : file;
  if (text.length === 0) return fault('EMPTY_FILE', 'The file has nothing in it.', 'Name the file that was meant.');
  const nul = text.indexOf(0);
  if (nul >= 0)
    return fault('FILE_NOT_CSV', 'It holds a byte 0, which no text has.', SAVE_AS, { line: lineAt(text, nul) });
  const bad = firstBad(text);
  if (bad === undefined) return { ok: text };
  const byte = (text[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const line = lineAt(text, bad);
  const column = String(bad - text.lastIndexOf(NEW_LINE, bad));
  const detail = `The byte ${byte} in line ${line}, place ${column}, is not UTF-8; the file may be Latin-1 or Windows-1252.`;
  return fault('FILE_ENCODING', detail, SAVE_AS, { line, column });
}

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

/** Where the first byte stands that is no UTF-8 (RFC 3629); undefined when all is. */
function firstBad(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** Bytes of the character that begins at `at`; 0 when none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Longer than need be, half of a UTF-16 pair, or beyond the last character there is.
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isBeyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return isOverlong || isBeyond ? 0 : length;
}

/** The line in which a byte stands, from 1. */
function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i += 1) if (bytes[i] === NEW_LINE) line += 1;
  return line;
}
