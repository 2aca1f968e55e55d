import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import type { SqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { FaultySqlite, sqliteError } from '../support/faulty-sqlite';
import { collect, eventsOf } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

describe('a log on a failing disk', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let sqlite: FaultySqlite;
  let store: SqliteEventStore;
  const fatal: string[] = [];
  const opened = () =>
    openSqliteEventStore({ directory: folder.path, open: sqlite.open, onFatal: (why) => fatal.push(why) });
  const send = (stream: string) => store.append(stream, NO_STREAM, eventsOf({ name: stream, data: [{}, {}] }));
  const length = async () => (await collect(store.readAll(START))).length;
  /** Lets every COMMIT fail, before or after it was really made. */
  const failCommit = (code: string, made?: 'made') => {
    sqlite.interfere = (sql) => {
      if (sql !== 'COMMIT') return undefined;
      if (made) sqlite.connections[1]!.exec('COMMIT');
      throw sqliteError(code);
    };
  };
  const mend = () => (sqlite.interfere = () => undefined);

  beforeEach(async () => {
    folder = temporaryFolder();
    sqlite = new FaultySqlite();
    fatal.length = 0;
    store = await opened();
  });
  afterEach(async () => {
    mend();
    await store.close();
    folder.remove();
  });

  describe('full', () => {
    it('answers "full" to the whole group, keeps nothing of it, and goes on when there is room', async () => {
      await send('before');
      const writer = sqlite.connections[1]!;
      const { page_count: pages } = writer.prepare<{ page_count: number }>('PRAGMA page_count').get()!;
      writer.prepare(`PRAGMA max_page_count = ${pages + 2}`).get();
      const large = eventsOf({ name: 'large', data: [{ text: 'x'.repeat(100_000) }] });
      const answers = await Promise.all([send('a'), store.append('b', NO_STREAM, large), send('c')]);
      expect(answers.map(({ kind }) => kind)).toEqual(['full', 'full', 'full']);
      expect(await length()).toBe(2);
      writer.prepare('PRAGMA max_page_count = 1000000').get();
      expect(await store.append('b', NO_STREAM, large)).toEqual({ kind: 'ok', lastSequence: 2, lastRevision: 0 });
      expect(fatal).toEqual([]);
    });
  });

  describe('that cannot make a commit durable', () => {
    it.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT'])('stops on %s', async (code) => {
      failCommit(code);
      expect((await Promise.all([send('a'), send('b')])).map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
      mend();
      expect((await send('c')).kind).toBe('unknown');
      expect(fatal).toEqual([expect.stringContaining(code)]);
      expect(await length()).toBe(0);
    });
  });

  describe('that says something else', () => {
    it('does not know whether it was written, and goes on', async () => {
      failCommit('SQLITE_BUSY');
      expect((await send('a')).kind).toBe('unknown');
      mend();
      expect(await length()).toBe(0);
      expect((await send('a')).kind).toBe('ok');
      expect(fatal).toEqual([]);
    });

    it('does not know, and it was written: readers meet it like any other event', async () => {
      await send('before');
      failCommit('SQLITE_IOERR_SHMSIZE', 'made');
      expect((await send('a')).kind).toBe('unknown');
      mend();
      expect(await length()).toBe(4);
      expect(await send('a')).toEqual({ kind: 'conflict', actualRevision: 1 });
      expect((await send('after')).kind).toBe('ok');
      expect(await length()).toBe(6);
      expect(fatal).toEqual([]);
    });
  });

  it('bounds what waits: beyond it, nothing is queued and the caller may try again', async () => {
    const answers = await Promise.all(Array.from({ length: 4_097 }, (_, i) => send(`stream ${i}`)));
    expect(answers.map(({ kind }) => kind)).toEqual([...new Array<string>(4_096).fill('ok'), 'unknown']);
    expect((await send('stream 4096')).kind).toBe('ok');
  });
});
