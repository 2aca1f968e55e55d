import { instant } from '#kernel/time/instant';
import type { LogIndex, LogIndexEntry } from '#platform/event-store/log-index/log-index';
import { LogIndexContradiction } from '#platform/event-store/log-index/log-index';
import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import { SqliteLogIndex } from '#platform/event-store/log-index/sqlite-log-index';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder';

const entry = (sequence: number, border: number): LogIndexEntry => ({
  sequence,
  knownAt: instant('2026-01-01T00:00:00.000Z'),
  frontier: ['ab'.repeat(32)],
  positions: [border - 1, border],
});

const folder = temporaryFolder();
afterAll(() => folder.remove());
const kinds: readonly (readonly [string, () => LogIndex])[] = [
  ['in memory', () => new MemoryLogIndex()],
  ['in SQLite', () => SqliteLogIndex.open(join(folder.path, 'log-index.db'))],
];

describe.each(kinds)('a log index %s', (_, open) => {
  it('keeps entries, in order, and takes the same one again', async () => {
    const index = open();
    expect([await index.last(), await index.borders()]).toEqual([undefined, []]);
    await index.put(entry(999, 70_000));
    await index.put(entry(1_999, 150_000));
    await index.put(entry(999, 70_000));
    expect(await index.at(999)).toEqual(entry(999, 70_000));
    expect(await index.at(2_999)).toBeUndefined();
    expect(await index.last()).toEqual(entry(1_999, 150_000));
    expect(await index.borders()).toEqual([70_000, 150_000]);
    await index.close();
  });

  it('stops on another content at the same place', async () => {
    const index = open();
    await index.put(entry(999, 70_000));
    await expect(index.put(entry(999, 70_001))).rejects.toThrow(LogIndexContradiction);
    expect(await index.at(999)).toEqual(entry(999, 70_000));
    await index.close();
  });
});
