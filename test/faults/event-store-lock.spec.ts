import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { WriterLockHeld } from '#platform/event-store/sqlite/writer-lock';
import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import { Child } from '../support/child';
import { collect, eventsOf } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(60_000);

describe('the writer lock of a data folder', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const writer = (rounds = 1) => new Child('store-writer.ts', [folder.path, String(rounds)]);

  beforeEach(() => (folder = temporaryFolder()));
  afterEach(async () => {
    await Child.killAll();
    folder.remove();
  });

  it('is given to one of eight processes; the others are told which folder and whose it is', async () => {
    const eight = Array.from({ length: 8 }, () => writer());
    const said = await Promise.all(eight.map((child) => Promise.race([child.line('done'), child.line('locked')])));
    expect(said.filter((line) => line === 'done')).toHaveLength(1);
    const refused = said.filter((line) => line.startsWith('locked'));
    expect(refused).toHaveLength(7);
    expect(refused.every((line) => line.includes(folder.path) && line.includes('one writer'))).toBe(true);
    expect(await collect(openSqliteReader(folder.path).readAll(START))).toHaveLength(6);
  });

  it('is let go of by kill -9, again and again, and nothing that was answered is lost', async () => {
    for (let round = 1; round <= 3; round += 1) {
      const child = writer(1_000_000);
      await child.line('ack', 20 * round);
      await child.kill();
      const acknowledged = Number(child.lines.at(-1)!.split(' ')[1]);
      const store = await openSqliteEventStore({ directory: folder.path });
      const sequences = (await collect(store.readAll(START))).map(({ event }) => event.sequence);
      await store.close();
      expect(sequences.length).toBeGreaterThanOrEqual(acknowledged);
      expect(sequences).toEqual(Array.from(sequences, (_, i) => i));
    }
  });

  it('holds against a second attempt of the same process, and stays with the first after that', async () => {
    const store = await openSqliteEventStore({ directory: folder.path });
    await expect(openSqliteEventStore({ directory: folder.path })).rejects.toThrow(WriterLockHeld);
    expect(await writer().line('locked')).toContain(`locked ${process.pid}`);
    expect((await store.append('a', NO_STREAM, eventsOf({ name: 'first' }))).kind).toBe('ok');
    await store.close();
    await (await openSqliteEventStore({ directory: folder.path })).close();
  });
});
