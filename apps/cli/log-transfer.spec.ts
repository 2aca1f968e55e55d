import { importLog } from '#platform/audit/transfer/import-log';
import { openLogToWrite } from '#platform/profiles/open-log-to-write';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rpn, smallNetworkFolders } from '../../test/support/rpn';
import { EXIT } from './shell/exit';

jest.setTimeout(120_000);
const folders = smallNetworkFolders();
let directory: string;
let file: string;
let lines: readonly string[];
beforeAll(async () => {
  directory = folders.copy();
  file = join(directory, 'log.jsonl');
  expect((await rpn(directory, ['log', 'export', '-o', file])).code).toBe(EXIT.fine);
  lines = readFileSync(file, 'utf8').trimEnd().split('\n');
});

let count = 0;
function emptyFolder(): string {
  const made = join(directory, `empty ${(count += 1)}`);
  mkdirSync(made);
  return made;
}
function exported(changed: readonly string[]): string {
  const path = join(directory, `changed ${(count += 1)}.jsonl`);
  writeFileSync(path, changed.map((line) => `${line}\n`).join(''));
  return path;
}
async function root(at: string) {
  const { size, root: hash } = JSON.parse((await rpn(at, ['verify', '--json'])).stdout) as {
    size: number;
    root: string;
  };
  return { size, root: hash };
}

describe('rpn log export', () => {
  it('writes a line an event and then the root, the same to a pipe as to a file', async () => {
    const { code, stdout, stderr } = await rpn(directory, ['log', 'export']);
    const { size, root: named } = await root(directory);
    expect({ code, stdout }).toEqual({ code: EXIT.fine, stdout: readFileSync(file, 'utf8') });
    expect(lines).toHaveLength(size + 1);
    expect(lines.at(-1)).toBe(JSON.stringify({ root: named, size }));
    expect(stderr).toBe(`log ${join(directory, 'log.db')} · sequence ${size - 1} · root ${named}\n`);
  });
});

describe('rpn log import', () => {
  it('gives the same log: root, decisions, and what can be signed in with', async () => {
    const other = emptyFolder();
    const { size, root: named } = await root(directory);
    expect(await rpn(other, ['log', 'import', file])).toMatchObject({
      code: EXIT.fine,
      stdout: `imported: ${size} events\nroot: ${named}\n`,
    });
    expect(await root(other)).toEqual(await root(directory));
    expect((await rpn(other, ['replay', '--all'])).stdout).toMatch(/^MATCH/);
    expect((await rpn(other, ['token', '--as', 'pia'])).code).toBe(EXIT.fine);
  });

  it('finds everything there the second time', async () => {
    const other = emptyFolder();
    expect((await rpn(other, ['log', 'import', file])).code).toBe(EXIT.fine);
    const { stdout } = await rpn(other, ['log', 'import', file]);
    expect(stdout).toContain(`imported: ${lines.length - 1} events, ${lines.length - 1} of which stood there already`);
    expect(await root(other)).toEqual(await root(directory));
  });

  it('goes on where an earlier import was ended', async () => {
    const other = emptyFolder();
    const store = await openLogToWrite({ directory: other });
    const beginning = async function* () {
      yield* lines.slice(0, 20);
    };
    await expect(importLog(store, beginning())).rejects.toThrow('cut off');
    await store.close();
    expect((await rpn(other, ['log', 'import', file])).stdout).toMatch(/ events, 1\d of which stood there already\n/);
    expect(await root(other)).toEqual(await root(directory));
  });

  it.each<[string, (all: readonly string[]) => readonly string[], string]>([
    ['a changed letter', (all) => all.with(9, all[9]!.replace(/:"[a-z]/, ':"Z')), 'line '],
    ['a name that is another', (all) => all.with(9, all[9]!.replace('"data"', '"dota"')), 'line 10: it has no data'],
    ['two events in the other order', ([a, b, ...rest]) => [b!, a!, ...rest], 'line 1: number 1 follows instead of 0'],
    ['an event left out', (all) => all.filter((_, n) => n !== 5), 'line 6: number 6 follows instead of 5'],
    ['what is no JSON', (all) => all.with(3, 'hello'), 'line 4: '],
    ['a missing end', (all) => all.slice(0, -1), 'cut off'],
    ['a line behind the end', (all) => [...all, all[0]!], 'something follows the end'],
  ])('imports nothing of an export with %s', async (_, change, words) => {
    const other = emptyFolder();
    const { code, stdout } = await rpn(other, ['log', 'import', exported(change(lines))]);
    expect(code).toBe(EXIT.finding);
    expect(stdout).toContain(words);
    expect(existsSync(join(other, 'log.db'))).toBe(false);
  });

  it('leaves another log as it was', async () => {
    const other = emptyFolder();
    await rpn(other, ['seed', '--only', 'network', '--now', '2026-08-04']);
    const before = await root(other);
    const { code, stdout } = await rpn(other, ['log', 'import', file]);
    expect(code).toBe(EXIT.finding);
    expect(stdout).toContain('it is not empty, and not the same log');
    expect(await root(other)).toEqual(before);
  });

  it('does not cover up that a log was emptied', async () => {
    const other = emptyFolder();
    cpSync(join(directory, 'leaves'), join(other, 'leaves'));
    expect(await rpn(other, ['log', 'import', file])).toMatchObject({ code: EXIT.finding });
    rmSync(join(other, 'leaves'));
    expect(await rpn(other, ['log', 'import', file])).toMatchObject({ code: EXIT.fine });
  });

  it('says what it needs', async () => {
    expect((await rpn(emptyFolder(), ['log', 'import'])).code).toBe(EXIT.usage);
    expect((await rpn(emptyFolder(), ['log', 'import', '/nowhere'])).code).toBe(EXIT.couldNotRun);
    expect((await rpn(emptyFolder(), ['log', 'export'])).code).toBe(EXIT.couldNotRun);
    expect((await rpn(emptyFolder(), ['log', 'emport'])).code).toBe(EXIT.usage);
    expect((await rpn(emptyFolder(), ['log', 'import', '-'])).code).toBe(EXIT.usage);
  });
});
