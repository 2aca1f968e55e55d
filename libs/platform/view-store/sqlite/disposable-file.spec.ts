import { openDatabase } from '#platform/event-store/sqlite/driver';
import { START } from '#platform/event-store/port/event-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notes } from '../../../../test/support/notes-view';

const one = { sequence: 1, knownAt: null, cursor: '' };

/** views.db holds nothing that the log does not: whatever is wrong with it, it is made anew and never an error. */
describe('views.db is disposable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'views-file-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let path: string;
  let files = 0;
  beforeEach(() => (path = join(folder, `${(files += 1)}.db`)));

  const write = async (count = 1, more = '') => {
    const store = new SqliteViewStore(path);
    const documents = Array.from(
      { length: count },
      (_, i) => [`n${i}`, { partnerId: null, text: `text ${i}${more}` }] as const,
    );
    await store.apply(notes, START, new Map(documents), one);
    return store;
  };
  const expectAnew = async (store = new SqliteViewStore(path)) => {
    expect(await store.checkpoint(notes)).toEqual(START);
    expect(await store.apply(notes, START, new Map([['n', { partnerId: null, text: 'again' }]]), one)).toBe(true);
    await store.close();
  };

  it('keeps documents and checkpoint over a restart', async () => {
    await (await write()).close();
    const store = new SqliteViewStore(path);
    expect(await store.checkpoint(notes)).toEqual(one);
    expect(await store.get(scopeOfAll, notes, 'n0')).toEqual({ partnerId: null, text: 'text 0' });
    await store.close();
  });

  it('is for its owner alone, with all that SQLite puts beside it, also when another release made it', async () => {
    writeFileSync(path, '', { mode: 0o644 });
    const store = await write();
    const modes = ['', '-wal', '-shm'].map((suffix) => statSync(path + suffix).mode & 0o777);
    await store.close();
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  it('when it is no database', async () => {
    writeFileSync(path, 'not a database, but long enough to be looked at as one: '.repeat(40));
    await expectAnew();
  });

  it('when it is cut short', async () => {
    await (await write(500)).close();
    writeFileSync(path, readFileSync(path).subarray(0, 9_000));
    await expectAnew();
  });

  it('when pages of it are damaged and a dead process left it: all are read before any is used', async () => {
    await (await write(500)).close();
    damage(path);
    writeFileSync(`${path}-wal`, '');
    await expectAnew();
  });

  it('when pages of it were damaged while it was closed, as soon as one of them is used', async () => {
    await (await write(500)).close();
    damage(path);
    const store = new SqliteViewStore(path);
    expect(await store.get(scopeOfAll, notes, 'n0')).toBeUndefined();
    await expectAnew(store);
  });

  it('when a folder stands in its place', async () => {
    mkdirSync(path);
    await expectAnew();
  });

  it('when it is from another schema', async () => {
    await (await write()).close();
    const database = openDatabase(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expectAnew();
  });

  it('when its tables are somebody else’s', async () => {
    const database = openDatabase(path);
    database.exec('CREATE TABLE checkpoint (id INTEGER); PRAGMA user_version = 1');
    database.close();
    await expectAnew();
  });

  it('when the damage shows only while it is being used: the runner then finds its checkpoint gone', async () => {
    // More than SQLite keeps in memory, so that it has to look at the damaged pages.
    const store = await write(10_000, ' and so on'.repeat(300));
    await store.close();
    const again = new SqliteViewStore(path);
    damage(path);
    expect((await again.find(scopeOfAll, notes, { where: [] })).checkpoint).toEqual(START);
    expect(await again.apply(notes, one, new Map(), { ...one, sequence: 2 })).toBe(false);
    await expectAnew(again);
  });

  it('when the declared fields of a view have changed, for that view alone', async () => {
    const others = { ...notes, name: 'others' };
    const store = await write();
    await store.apply(others, START, new Map(), one);
    await store.close();
    const next = new SqliteViewStore(path);
    expect(await next.checkpoint({ ...notes, fields: { partnerId: 'text', text: 'text' } })).toEqual(START);
    expect(await next.checkpoint(others)).toEqual(one);
    await next.close();
  });

  it('but not when a dead process left it sound', async () => {
    await (await write(500)).close();
    writeFileSync(`${path}-wal`, '');
    const store = new SqliteViewStore(path);
    expect(await store.checkpoint(notes)).toEqual(one);
    await store.close();
  });

  it('but not read whole when it was closed: a start does not wait for the size of it', async () => {
    await (await write(500)).close();
    damage(path);
    const store = new SqliteViewStore(path);
    expect(await store.checkpoint(notes)).toEqual(one);
    await store.close();
  });

  it('but not when its folder is missing, which is a mistake of whoever started the program', () => {
    expect(() => new SqliteViewStore(join(folder, 'absent', 'views.db'))).toThrow(/directory|open/);
  });
});

/** Overwrites everything after the first pages, which hold the header and the schema. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const junk = Buffer.alloc(statSync(path).size - 16_384, 0xa5);
  writeSync(file, junk, 0, junk.length, 16_384);
  closeSync(file);
}
