import { followTree } from '#platform/audit/tree/follow-tree';
import { leafOfEvent } from '#platform/audit/tree/hash';
import type { Hash } from '#platform/audit/tree/hash';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import { setTimeout } from 'node:timers/promises';
import { collect, eventsOf } from '../../../../test/support/stored-events';

/** Leaves in memory. */
class Kept {
  readonly leaves: Hash[] = [];
  flushed = 0;
  broken = false;

  put(position: number, leaf: Hash): void {
    if (this.broken) throw new Error('no room');
    if (position === this.leaves.length) this.leaves.push(leaf);
  }
  flush(): void {
    this.flushed = this.leaves.length;
  }
}

const append = (store: MemoryEventStore, stream: string) =>
  store.append(stream, NO_STREAM, eventsOf({ name: stream, data: [{}, {}] }));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(5);
}

it('has the leaves of what was there and of what is appended, in step with the log', async () => {
  const [store, kept] = [new MemoryEventStore(), new Kept()];
  await append(store, 'a');
  const end = followTree(store, kept, { after: START, onTrouble: fail, gatherMs: 1 });
  await until(() => kept.flushed === 2);
  await append(store, 'b');
  await until(() => kept.flushed === 4);
  await append(store, 'c');
  await end();
  const events = await collect(store.readAll(START));
  expect(kept.leaves).toEqual(events.map(({ event }) => leafOfEvent(event)));
});

it('goes on after the checkpoint that it is given', async () => {
  const [store, kept] = [new MemoryEventStore(), new Kept()];
  await append(store, 'a');
  const events = await collect(store.readAll(START));
  kept.leaves.push(...events.map(({ event }) => leafOfEvent(event)));
  const end = followTree(store, kept, { after: await store.head(), onTrouble: fail, gatherMs: 1 });
  await append(store, 'b');
  await end();
  expect(kept.leaves).toHaveLength(4);
});

it('tells once that it can no longer write, and is then silent', async () => {
  const [store, kept] = [new MemoryEventStore(), new Kept()];
  kept.broken = true;
  const told: unknown[] = [];
  const end = followTree(store, kept, { after: START, onTrouble: (error) => told.push(error), gatherMs: 1 });
  await append(store, 'a');
  await until(() => told.length > 0);
  await append(store, 'b');
  await end();
  expect(told).toEqual([new Error('no room')]);
});

function fail(error: unknown): never {
  throw error;
}
