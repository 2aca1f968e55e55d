import { START } from '#platform/event-store/port/event-store';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../support/child';
import { collect, eventsOf } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(60_000);

describe('a reader of the log in another process than its writer', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const length = async () => {
    const reader = openSqliteReader(folder.path);
    const { length } = await collect(reader.readAll(START));
    await reader.close();
    return length;
  };
  const written = async (rounds: number) => {
    const child = new Child('store-writer.ts', [folder.path, String(rounds)]);
    await child.line('done');
    return child;
  };

  beforeEach(() => (folder = temporaryFolder()));
  afterEach(async () => {
    await Child.killAll();
    folder.remove();
  });

  it('reads while the writer runs, after it was killed, and when the shared index is gone', async () => {
    const writer = await written(5);
    expect(await length()).toBe(30);
    await writer.kill();
    expect(await length()).toBe(30);
    rmSync(join(folder.path, 'log.db-shm'));
    expect(await length()).toBe(30);
  });

  it('reads after the writer has closed, and hinders no later one', async () => {
    await (await openSqliteEventStore({ directory: folder.path })).close();
    expect(existsSync(join(folder.path, 'log.db-wal'))).toBe(false);
    const reader = openSqliteReader(folder.path);
    const store = await openSqliteEventStore({ directory: folder.path });
    await store.append('a', -1, eventsOf({ name: 'first' }));
    expect(await collect(reader.readAll(START))).toHaveLength(1);
    await store.close();
    await reader.close();
  });

  it('says so where there is no log', () => {
    expect(() => openSqliteReader(folder.path)).toThrow(`There is no log in ${folder.path}`);
  });

  describe('where it may not write', () => {
    const protect = () => {
      for (const name of readdirSync(folder.path)) chmodSync(join(folder.path, name), 0o444);
      chmodSync(folder.path, 0o555);
    };
    afterEach(() => chmodSync(folder.path, 0o755));

    it('reads a log that was closed properly', async () => {
      const store = await openSqliteEventStore({ directory: folder.path });
      await store.append('a', -1, eventsOf({ name: 'first', data: [{}, {}] }));
      await store.close();
      protect();
      expect(await new Child('store-reader.ts', [folder.path]).line('')).toBe('read 2');
    });

    it('reads the whole log of a writer that was killed', async () => {
      await (await written(5)).kill();
      rmSync(join(folder.path, 'log.db-shm'));
      protect();
      expect(await new Child('store-reader.ts', [folder.path]).line('')).toBe('read 30');
      expect(existsSync(join(folder.path, 'log.db-shm'))).toBe(false);
    });
  });
});
