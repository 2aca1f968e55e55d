import type { CsvColumn } from './csv-column';
import { csvFile } from './csv-text';

const columns: readonly CsvColumn<{ readonly note: string }>[] = [
  { name: 'note', kind: 'text', value: ({ note }) => note },
];

/** The cell that a text becomes, as it stands in the file. */
async function cellOf(note: string): Promise<string> {
  const { chunks } = await csvFile(columns, [{ note }]);
  return Buffer.concat(chunks).toString().slice('\uFEFFnote\r\n'.length, -'\r\n'.length);
}

describe('a cell of what people wrote', () => {
  it.each(["=cmd|'/c calc'!A1", '+1+1', '-1', '@SUM(A1)', '\tx', '\uff1d1', '\uff0b1', '\uff0d1', '\uff20A'])(
    '58: %j begins with an apostrophe, so that no spreadsheet runs it',
    async (text) => {
      expect(await cellOf(text)).toBe(`'${text}`);
    },
  );

  it.each(['Alpha', '1=1', "'quoted", ' =1'])('is otherwise as it was: %j', async (text) => {
    expect(await cellOf(text)).toBe(text);
  });

  it('is quoted where it holds what ends a cell or a line', async () => {
    expect(await cellOf('Beta, "Inc."')).toBe('"Beta, ""Inc."""');
    expect(await cellOf('\r\n=1')).toBe('"\'\r\n=1"');
  });
});
