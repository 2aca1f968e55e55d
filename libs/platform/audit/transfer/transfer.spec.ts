import { exportLog } from '#platform/audit/transfer/export-log';
import { importLog } from '#platform/audit/transfer/import-log';
import { verifyLog } from '#platform/audit/verify/verify-log';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { START } from '#platform/event-store/port/event-store';
import { FaultyEventStore } from '../../../../test/support/faulty-event-store';
import { collect, eventsOf, minute } from '../../../../test/support/stored-events';

/** Seven commands of one to three events in two streams, each command whole. */
async function history(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  const at = new Map<string, number>();
  for (let n = 0; n < 7; n += 1) {
    const stream = `hall-${n % 2}`;
    const data = Array.from({ length: (n % 3) + 1 }, (_, i) => ({ n, i, text: 'Zoë \u2028 "q"' }));
    await store.append(stream, at.get(stream) ?? -1, eventsOf({ name: `command ${n}`, at: minute(n), data }));
    at.set(stream, (at.get(stream) ?? -1) + data.length);
  }
  return store;
}

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

describe('a log that moves to another store', () => {
  it('keeps every event, id, sequence and the root', async () => {
    const from = await history();
    const lines = await collect(exportLog(from));
    const to = new FaultyEventStore(new MemoryEventStore());
    const imported = await importLog(to, each(lines));
    expect(await collect(to.readAll(START))).toEqual(await collect(from.readAll(START)));
    expect(await collect(exportLog(to))).toEqual(lines);
    expect({ kind: 'good', size: imported.size, root: Buffer.from(imported.root, 'hex') }).toEqual(await verifyLog(to));
    // One command is one append: what was written together stays together.
    expect(to.calls.map(({ events }) => events.length)).toEqual([1, 2, 3, 1, 2, 3, 1]);
  });

  it('goes on where it was broken off, and twice is as good as once', async () => {
    const lines = await collect(exportLog(await history()));
    const to = new MemoryEventStore();
    await expect(importLog(to, each(lines.slice(0, 6)))).rejects.toThrow('cut off');
    expect(await importLog(to, each(lines))).toMatchObject({ size: 13, found: 3 });
    expect(await importLog(to, each(lines))).toMatchObject({ size: 13, found: 13 });
  });

  it('resolves an answer that says nothing by reading', async () => {
    const lines = await collect(exportLog(await history()));
    const to = new FaultyEventStore(new MemoryEventStore()).next({ kind: 'ack-lost' }, { kind: 'lost' });
    expect(await importLog(to, each(lines))).toMatchObject({ size: 13 });
    expect(await collect(exportLog(to))).toEqual(lines);
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['a changed amount', (l) => l.with(3, l[3]!.replace('"n":2', '"n":9')), 'another root'],
    ['a missing event', (l) => l.toSpliced(4, 1), 'number 5 follows instead of 4'],
    ['two events exchanged', (l) => l.with(1, l[2]!).with(2, l[1]!), 'number 2 follows instead of 1'],
    ['a cut end', (l) => l.slice(0, -1), 'cut off'],
    ['an end that is not the end', (l) => [...l, l[0]!], 'follows the end'],
    ['other spacing', (l) => l.with(0, l[0]!.replace('{"event":', '{ "event":')), 'canonical'],
    ['no event at all', (l) => l.with(0, '{}'), 'neither an event'],
  ])('stops at %s', async (_, change, words) => {
    const lines = await collect(exportLog(await history()));
    await expect(importLog(new MemoryEventStore(), each(change(lines)))).rejects.toThrow(words);
  });

  it('writes nothing into the log of somebody else', async () => {
    const other = new MemoryEventStore();
    await other.append('hall-9', -1, eventsOf({ name: 'other' }));
    const lines = await collect(exportLog(await history()));
    await expect(importLog(other, each(lines))).rejects.toThrow('not the same log');
    expect((await other.head()).sequence).toBe(0);
  });
});
