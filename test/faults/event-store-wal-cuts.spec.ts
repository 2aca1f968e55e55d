import { PAGE_BYTES } from '#platform/event-store/sqlite/schema';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { START } from '#platform/event-store/port/event-store';
import { cpSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../support/child';
import { collect, eventsOf } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

const FRAME_HEADER = 24;
const FRAME = FRAME_HEADER + PAGE_BYTES;
const ROUNDS = 25;

/**
 * Power loss leaves some beginning of the write-ahead log. Wherever it is cut, what opens again is a beginning of the
 * log that ends on a commit (a round of three appends shares one), with every commit that had been answered before the
 * cut (G1, G2).
 */
describe('a write-ahead log that is cut', () => {
  const written = temporaryFolder();
  /** Length of the WAL after each answered round, and the number of events by then. */
  const borders: { bytes: number; events: number }[] = [];

  beforeAll(async () => {
    const child = new Child('store-writer.ts', [written.path, String(ROUNDS)]);
    await child.line('done');
    await child.kill();
    for (const line of child.lines.filter((said) => said.startsWith('ack'))) {
      const [, events, bytes] = line.split(' ').map(Number);
      borders.push({ bytes: bytes!, events: events! });
    }
  });
  afterAll(async () => {
    await Child.killAll();
    written.remove();
  });

  /** Cuts a copy at `bytes`, opens it as the next start would, and gives the events that are still there. */
  async function eventsAfterCut(bytes: number): Promise<number> {
    const copy = temporaryFolder();
    cpSync(written.path, copy.path, { recursive: true });
    truncateSync(join(copy.path, 'log.db-wal'), bytes);
    const store = await openSqliteEventStore({ directory: copy.path });
    const left = await collect(store.readAll(START));
    expect(left.map(({ event }) => event.sequence)).toEqual(Array.from(left, (_, i) => i));
    const revision = left.filter(({ event }) => event.stream === 'stream 1').length - 1;
    const next = await store.append('stream 1', revision, eventsOf({ name: 'goes on' }));
    expect(next).toEqual({ kind: 'ok', lastSequence: left.length, lastRevision: revision + 1 });
    await store.close();
    copy.remove();
    return left.length;
  }

  const answeredBefore = (cut: number): number => borders.findLast(({ bytes }) => bytes <= cut)?.events ?? 0;

  it('has been written without a checkpoint, one commit a round', () => {
    expect(borders.map(({ events }) => events)).toEqual(Array.from({ length: ROUNDS }, (_, i) => 6 * (i + 1)));
    expect(borders.at(-1)!.bytes).toBe(statSync(join(written.path, 'log.db-wal')).size);
  });

  it.each([
    ['exactly there', 0],
    ['a byte before', -1],
    ['a byte after', 1],
    ['in the header of its last page', -FRAME + FRAME_HEADER / 2],
    ['in its last page', -FRAME / 2],
    ['a page before', -FRAME],
    ['a page after', FRAME],
  ])('at every commit border, %s: exactly the commits before it', async (_, shift) => {
    for (const { bytes } of borders) {
      const cut = Math.min(bytes + shift, borders.at(-1)!.bytes);
      expect([cut, await eventsAfterCut(cut)]).toEqual([cut, answeredBefore(cut)]);
    }
  });

  it('before the first commit, or whole: an empty log', async () => {
    expect(await eventsAfterCut(0)).toBe(0);
    expect(await eventsAfterCut(31)).toBe(0);
    expect(await eventsAfterCut(borders[0]!.bytes - 1)).toBe(0);
  });
});
