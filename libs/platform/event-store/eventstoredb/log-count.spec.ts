import { LogCount } from '#platform/event-store/eventstoredb/log-count';
import { toWire } from '#platform/event-store/eventstoredb/wire-event';
import { INDEX_EVERY, LogIndexContradiction } from '#platform/event-store/log-index/log-index';
import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { eventsOf, minute } from '../../../../test/support/stored-events';

/** The `n`th event of an example log, at position 100 + 7n. */
function recorded(n: number, text = 'x'): AllStreamRecordedEvent {
  const [event] = eventsOf({ name: `event ${n}`, at: minute(n % 50), data: [{ n, text }] });
  const { id, type, data, metadata } = toWire(event!);
  const position = { commit: BigInt(100 + 7 * n), prepare: BigInt(100 + 7 * n) };
  const place = { streamId: 'a', revision: BigInt(n), isJson: true as const, created: new Date(0), position };
  return { ...place, id, type, data: data as never, metadata: metadata as never };
}

async function count(counted: LogCount, index: MemoryLogIndex, from: number, to: number): Promise<LogCount> {
  for (let n = from; n < to; n += 1) {
    const { entry } = counted.take(recorded(n));
    if (entry !== undefined) await index.put(entry);
  }
  return counted;
}

describe('the count of a log', () => {
  it('goes on from the index as if it had never stopped', async () => {
    const [whole, index] = [new MemoryLogIndex(), new MemoryLogIndex()];
    const once = await count(await LogCount.resume(whole), whole, 0, 2_345);
    await count(await LogCount.resume(index), index, 0, 2_100);
    // 100 events after the last entry are counted again.
    const again = await count(await LogCount.resume(index), index, 2 * INDEX_EVERY, 2_345);
    expect([again.tree, again.checkpoint]).toEqual([once.tree, once.checkpoint]);
    expect(again.checkpoint).toEqual({ sequence: 2_344, knownAt: minute(49), cursor: String(100 + 7 * 2_344) });
  });

  it('tells positions as sequences, those before it began too', async () => {
    const index = new MemoryLogIndex();
    await count(await LogCount.resume(index), index, 0, 2_100);
    const { positions } = await count(await LogCount.resume(index), index, 2_000, 2_050);
    const told = await Promise.all([0, 999, 1_000, 1_999, 2_000, 2_049].map((n) => positions.sequenceAt(100 + 7 * n)));
    expect(told).toEqual([0, 999, 1_000, 1_999, 2_000, 2_049]);
    expect(await Promise.all([0, 101, 100 + 7 * 2_050].map((p) => positions.sequenceAt(p)))).toEqual(
      [, , ,].fill(undefined),
    );
  });

  it('stops when it comes to another result than before', async () => {
    const index = new MemoryLogIndex();
    await count(await LogCount.resume(index), index, 0, 1_000);
    const changed = await LogCount.resume(new MemoryLogIndex());
    for (let n = 0; n < 999; n += 1) changed.take(recorded(n, n === 500 ? 'edited' : 'x'));
    const { entry } = changed.take(recorded(999));
    await expect(index.put(entry!)).rejects.toThrow(LogIndexContradiction);
  });
});
