import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Note {
  readonly text: string;
}
const notes: View<Note> = { name: 'notes', version: 1, partnerOf: () => null, fields: {}, totals: [] };
const at = (sequence: number): Checkpoint => ({ sequence, knownAt: null, cursor: `c${sequence}` });
const note = (text: string) => new Map([['n', { text }]]);

/** What nothing touches moves in memory, and the file follows: what that comes to when a process dies or two share a file. */
describe('a view that moves without being touched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moved-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let path: string;
  let files = 0;
  const opened: SqliteViewStore[] = [];
  const open = (file = path): SqliteViewStore => {
    const store = new SqliteViewStore(file);
    opened.push(store);
    return store;
  };
  beforeEach(() => (path = join(folder, `${(files += 1)}.db`)));
  afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

  /** The files as a process leaves them that dies now. */
  const killed = (): SqliteViewStore => {
    const copy = join(folder, `${(files += 1)}-left.db`);
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix);
    return open(copy);
  };

  it('is where it was after a stop', async () => {
    const store = new SqliteViewStore(path);
    await store.apply(notes, START, note('a'), at(3));
    await store.move(notes, at(3), at(8));
    await store.close();
    expect(await open().checkpoint(notes)).toEqual(at(8));
  });

  it('stands after a kill where it was touched last, with the same documents, and reads on from there', async () => {
    const store = open();
    await store.apply(notes, START, note('a'), at(3));
    await store.move(notes, at(3), at(8));
    const left = killed();
    expect(await left.checkpoint(notes)).toEqual(at(3));
    expect((await left.digest(notes)).digest).toBe((await store.digest(notes)).digest);
    expect(await left.move(notes, at(3), at(8))).toBe(true);
    expect(await left.apply(notes, at(8), note('b'), at(9))).toBe(true);
  });

  it('has what it was moved over written with the step that touches it', async () => {
    const store = open();
    await store.move(notes, START, at(8));
    await store.apply(notes, at(8), note('b'), at(9));
    expect(await killed().checkpoint(notes)).toEqual(at(9));
  });

  it('is at most a thousand events ahead of its file', async () => {
    const store = open();
    for (let from = -1; from < 1_899; from += 100) await store.move(notes, from < 0 ? START : at(from), at(from + 100));
    expect(await store.checkpoint(notes)).toEqual(at(1_899));
    expect(await killed().checkpoint(notes)).toEqual(at(999));
  });

  it('is where another process has brought it, once that has touched it (G12)', async () => {
    const [one, other] = [open(), open()];
    await one.apply(notes, START, note('a'), at(3));
    expect([await one.move(notes, at(3), at(6)), await other.move(notes, at(3), at(8))]).toEqual([true, true]);
    expect(await other.apply(notes, at(8), note('b'), at(9))).toBe(true);
    expect(await one.checkpoint(notes)).toEqual(at(9));
    expect(await one.apply(notes, at(6), note('c'), at(7))).toBe(false);
    expect(await one.move(notes, at(6), at(7))).toBe(false);
    expect(await one.get(scopeOfAll, notes, 'n')).toEqual({ text: 'b' });
  });
});
