import fc from 'fast-check';
import { MAX_ROWS, parseTable } from './parse-table';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const BOM = [0xef, 0xbb, 0xbf];
const SAVE_AS = 'Save it as “CSV UTF-8 (comma delimited)”.';
const table = (...rows: [line: number, ...cells: string[]][]) => ({
  ok: { header: ['a', 'b'], rows: rows.map(([line, ...cells]) => ({ line, cells })), emptyRows: 0 },
});

describe('a file that is a table', () => {
  it.each<[string, Uint8Array, object]>([
    ['commas and LF', bytes('a,b\n1,2\n3,4\n'), table([2, '1', '2'], [3, '3', '4'])],
    ['no line end at its end', bytes('a,b\n1,2'), table([2, '1', '2'])],
    ['BOM and CRLF', bytes(BOM, 'a,b\r\n1,2\r\n'), table([2, '1', '2'])],
    ['CR alone, of an old Macintosh', bytes('a,b\r1,2\r3,4'), table([2, '1', '2'], [3, '3', '4'])],
    ['semicolons of a European Excel', bytes('a;b\r\n1,5;2\r\n'), table([2, '1,5', '2'])],
    ['tabs', bytes('a\tb\n1\t2\n'), table([2, '1', '2'])],
    ['Excel’s own word on the delimiter', bytes('sep=;\r\na;b\r\n1;2\r\n'), table([3, '1', '2'])],
    ['quoted cells', bytes('"a","b"\n"x, ""y""",2\n'), table([2, 'x, "y"', '2'])],
    ['a header that names a delimiter in quotes', bytes('"a","b"\n";",2\n'), table([2, ';', '2'])],
    ['lines within cells', bytes('a,b\r\n"x\r\ny",2\r\n3,4\r\n'), table([2, 'x\r\ny', '2'], [4, '3', '4'])],
    ['lines between rows', bytes('\n\na,b\n\n1,2\n\n\n3,4\n'), table([5, '1', '2'], [8, '3', '4'])],
    ['letters beyond ASCII', bytes('a,b\nMuñoz,😀\n'), table([2, 'Muñoz', '😀'])],
    ['rows of another length', bytes('a,b\n1\n1,2,3\n'), table([2, '1'], [3, '1', '2', '3'])],
    ['a header alone', bytes('a,b\n'), table()],
  ])('%s', (_what, file, expected) => {
    expect(parseTable(file)).toEqual(expected);
  });

  it('counts lines without any value and passes them over', () => {
    expect(parseTable(bytes('a,b\n1,2\n,\n , \n'))).toEqual({ ok: { ...table([2, '1', '2']).ok, emptyRows: 2 } });
  });

  it('has at most as many rows as are planned in one go', () => {
    const rows = (count: number) => bytes(`a,b\n${'1,2\n'.repeat(count)}`);
    expect(parseTable(rows(MAX_ROWS))).toMatchObject({ ok: { emptyRows: 0 } });
    expect(parseTable(rows(MAX_ROWS + 1))).toEqual({
      fault: {
        code: 'FILE_TOO_LONG',
        detail: 'The file has more than 2000 rows.',
        wouldPass: 'Cut it into files of 2000 rows; the order does not matter.',
      },
    });
  });
});

describe('a file that is none is told why, and where', () => {
  it.each<[string, Uint8Array, object]>([
    [
      'no byte',
      bytes(''),
      { code: 'EMPTY_FILE', detail: 'The file has nothing in it.', wouldPass: 'Name the file that was meant.' },
    ],
    [
      'a byte order mark alone',
      bytes(BOM),
      { code: 'EMPTY_FILE', detail: 'The file has nothing in it.', wouldPass: 'Name the file that was meant.' },
    ],
    [
      'empty lines alone',
      bytes('\n\r\n'),
      { code: 'EMPTY_FILE', detail: 'The file has no line.', wouldPass: 'Begin it with a header.' },
    ],
    [
      'Latin-1',
      bytes('a,b\nx,y\nM', [0xe9], 'xico,1\n'),
      {
        ...{ code: 'FILE_ENCODING', line: 3, column: '2', wouldPass: SAVE_AS },
        detail: 'The byte E9 in line 3, place 2, is not UTF-8; the file may be Latin-1 or Windows-1252.',
      },
    ],
    [
      'half a surrogate pair',
      bytes('a,b\n', [0xed, 0xa0, 0x80]),
      {
        ...{ code: 'FILE_ENCODING', line: 2, column: '1', wouldPass: SAVE_AS },
        detail: 'The byte ED in line 2, place 1, is not UTF-8; the file may be Latin-1 or Windows-1252.',
      },
    ],
    [
      'UTF-16',
      bytes([0xff, 0xfe], Buffer.from('a,b', 'utf16le') as never),
      {
        ...{ code: 'FILE_NOT_CSV', wouldPass: SAVE_AS },
        detail: 'It is text in UTF-16 (“Unicode text” of Excel), not in UTF-8.',
      },
    ],
    [
      'a workbook',
      bytes([0x50, 0x4b, 0x03, 0x04], '…'),
      {
        ...{ code: 'FILE_NOT_CSV', wouldPass: SAVE_AS },
        detail: 'It is a workbook (XLSX) or another ZIP file, not a CSV file.',
      },
    ],
    [
      'a byte 0',
      bytes('a,b\n1,\0\n'),
      { code: 'FILE_NOT_CSV', line: 2, detail: 'It holds a byte 0, which no text has.', wouldPass: SAVE_AS },
    ],
    [
      'two delimiters',
      bytes('a,b;c\n1,2;3\n'),
      {
        ...{ code: 'FILE_DELIMITER', line: 1, wouldPass: 'Part the columns with commas alone.' },
        detail: 'The header holds comma and semicolon; which of them parts the columns cannot be known.',
      },
    ],
    ['a quote that is never closed', bytes('a,b\r\n"x\r\ny",2\r\n3,"4\r\n5,6\r\n'), quotes(4)],
    ['a quote within a bare cell', bytes('a,b\n1,2\n\n3,x"y\n'), quotes(4)],
    ['a quote in the header', bytes('a,b"c\n'), quotes(1)],
  ])('%s', (_what, file, fault) => {
    expect(parseTable(file)).toEqual({ fault });
  });
});

function quotes(line: number): object {
  return {
    ...{ code: 'FILE_QUOTES', line, detail: `The double quotes in line ${line} do not fit together.` },
    wouldPass: 'Put the whole cell in double quotes, and double each one inside it.',
  };
}

it('answers any bytes with a table or a reason', () => {
  const noise = fc.uint8Array({ maxLength: 400 });
  const nearly = fc
    .array(fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', '\r', 'é', '0', ' ', '\uFEFF'), { maxLength: 80 })
    .map((parts) => new Uint8Array(Buffer.from(parts.join(''))));
  fc.assert(
    fc.property(fc.oneof(noise, nearly), (file) => {
      const read = parseTable(file);
      if ('fault' in read) return read.fault.detail !== '';
      const lines = read.ok.rows.map(({ line }) => line);
      return lines.every((line, index) => line > (lines[index - 1] ?? 0));
    }),
    { numRuns: 2_000 },
  );
});

it('knows UTF-8 as the platform does', () => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const isUtf8 = (file: Uint8Array): boolean => {
    try {
      strict.decode(file);
      return true;
    } catch {
      return false;
    }
  };
  const byte = fc.constantFrom(
    0x41,
    0x7f,
    0x80,
    0x90,
    0x9f,
    0xa0,
    0xbf,
    0xc1,
    0xc2,
    0xdf,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
  );
  fc.assert(
    fc.property(fc.array(byte, { minLength: 1, maxLength: 8 }), (parts) => {
      const file = new Uint8Array([0x61, 0x2c, ...parts]);
      const read = parseTable(file);
      const isEncoded = !('fault' in read && read.fault.code === 'FILE_ENCODING');
      return isEncoded === isUtf8(file);
    }),
    { numRuns: 5_000 },
  );
});
