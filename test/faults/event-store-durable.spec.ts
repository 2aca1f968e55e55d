import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import { refuseOldSqlite } from '#platform/event-store/sqlite/driver';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../support/child';
import { FaultySqlite } from '../support/faulty-sqlite';
import { collect, eventsOf } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(async () => {
  await Child.killAll();
  folder.remove();
});

describe('an answered append is on the disk', () => {
  /** What the write connection says of itself: 2 is FULL. */
  const synchronous = (sqlite: FaultySqlite) =>
    sqlite.connections[1]!.prepare<{ synchronous: number }>('PRAGMA synchronous').get()?.synchronous;

  it('because the write connection stays at synchronous=FULL, after the first write and after opening again', async () => {
    for (const expected of [NO_STREAM, 0]) {
      const sqlite = new FaultySqlite();
      const store = await openSqliteEventStore({ directory: folder.path, open: sqlite.open });
      expect(synchronous(sqlite)).toBe(2);
      expect((await store.append('a', expected, eventsOf({ name: `after ${expected}` }))).kind).toBe('ok');
      expect(synchronous(sqlite)).toBe(2);
      await store.close();
    }
  });

  it.each([
    ['synchronous stays NORMAL', 'synchronous = FULL', 'synchronous = NORMAL'],
    ['there is no write-ahead log', 'journal_mode = WAL', 'journal_mode = DELETE'],
  ])('or the store does not open: %s', async (_, wanted, instead) => {
    const sqlite = new FaultySqlite();
    sqlite.interfere = (sql) => {
      if (!sql.includes(wanted)) return undefined;
      sqlite.connections[1]!.exec(`PRAGMA ${instead}`);
      return 'skip';
    };
    await expect(openSqliteEventStore({ directory: folder.path, open: sqlite.open })).rejects.toThrow('durable');
    // It has let go of the lock.
    await (await openSqliteEventStore({ directory: folder.path })).close();
  });

  it.each(['3.51.2', '3.9.9', '3.51', '3.100', 'unknown'])('never on SQLite %s', (version) => {
    expect(() => refuseOldSqlite(version)).toThrow('3.51.3');
  });

  it.each(['3.51.3', '3.52.0', '3.100.0', '4.0.0'])('but on SQLite %s', (version) => {
    expect(() => refuseOldSqlite(version)).not.toThrow();
  });
});

it('the files of the log are for this user alone', async () => {
  const store = await openSqliteEventStore({ directory: folder.path });
  await store.append('a', NO_STREAM, eventsOf({ name: 'first' }));
  const modes = readdirSync(folder.path).map((name) => [name, statSync(join(folder.path, name)).mode & 0o777]);
  const files = ['log.db', 'log.db-shm', 'log.db-wal', 'writer.lock', 'writer.pid'];
  expect(Object.fromEntries(modes)).toMatchObject(Object.fromEntries(files.map((name) => [name, 0o600])));
  await store.close();
});

// What the kernel is really asked for. strace sees it and can make it fail.
const strace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const traced = strace ? describe : describe.skip;
traced(`the system calls${strace ? '' : ', for which strace is needed and is not here'}`, () => {
  const writer = (rounds: number, ...options: string[]) =>
    new Child('store-writer.ts', [folder.path, String(rounds)], ['strace', '-f', '-qq', ...options]);
  const present = async () => (await collect(openSqliteReader(folder.path).readAll(START))).length;
  const acknowledged = (child: Child) => Number(child.lines.findLast((line) => line.startsWith('ack'))?.split(' ')[1]);

  it('sync the write-ahead log between any two answers, also in a second run', async () => {
    for (const run of ['first', 'second']) {
      const trace = join(folder.path, `${run}.trace`);
      const child = writer(20, '-y', '-e', 'trace=fsync,fdatasync,write', '-o', trace);
      await child.line('done');
      await child.kill();
      const calls = readFileSync(trace, 'utf8')
        .split('\n')
        .map((call) =>
          /f(data)?sync\(.*log\.db-wal>/.test(call) ? 'sync' : /write\(1<.*"ack /.test(call) ? 'ack' : '',
        )
        .filter((call) => call !== '');
      expect(calls.filter((call) => call === 'ack')).toHaveLength(20);
      expect(calls.filter((call, i) => call === 'ack' && calls[i - 1] !== 'sync')).toEqual([]);
    }
  });

  it('that fail to sync end the process with code 3, and every answered append is there', async () => {
    const child = writer(
      1_000,
      '-e',
      'trace=fsync,fdatasync',
      '-e',
      'inject=fsync,fdatasync:error=EIO:when=40+',
      '-o',
      '/dev/null',
    );
    expect(await Promise.race([child.exit, child.line('done').catch(() => child.exit)])).toBe(3);
    expect(child.stderr).toContain('the log has stopped');
    expect(acknowledged(child)).toBeGreaterThan(0);
    expect(await present()).toBeGreaterThanOrEqual(acknowledged(child));
  });

  it('that find the disk full fail the append alone; the process goes on when there is room', async () => {
    const child = writer(
      60,
      '-e',
      'trace=pwrite64',
      '-e',
      'inject=pwrite64:error=ENOSPC:when=200..260',
      '-o',
      '/dev/null',
    );
    await child.line('done');
    expect(child.lines).toContain('full');
    await child.kill();
    expect(acknowledged(child)).toBe(360);
    expect(await present()).toBe(360);
  });
});
