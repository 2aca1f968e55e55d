import { plainDate } from '#kernel/time/plain-date';
import type { Decider } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { registry } from '#platform/profiles/registry';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { fork } from '#platform/runtime/handle/fork';
import { eventsIn, tellStory } from '../support/demo-story';

jest.setTimeout(180_000);

/** So many events are tried on a fork before the state itself takes them. */
const BATCH = 64;

/** In the order of its maps, which the states' own equality does not look at. */
const shown = (state: unknown): string =>
  JSON.stringify(state, (_name, value: unknown) =>
    isIterable(value) && typeof value === 'object' && !Array.isArray(value) ? { in: [...value] } : value,
  );
const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

describe('every decider’s state, through the whole demo history', () => {
  const streams = new Map<string, RecordedEvent[]>();

  beforeAll(async () => {
    const store = new MemoryEventStore();
    await tellStory(store, { demo: 'full', now: plainDate('2026-11-25') });
    for (const stored of await eventsIn(store)) {
      const events = streams.get(stored.stream) ?? [];
      events.push(decodeEvent(stored, registry.catalogue));
      streams.set(stored.stream, events);
    }
  });

  it.each(registry.deciders.map((decider) => [decider.name, decider as Decider<object>] as const))(
    '%s: evolves on a fork as it does itself, and stands still meanwhile',
    (_name, decider) => {
      const own = [...streams].filter(([stream]) => decider.owns(stream));
      for (const [, events] of own) {
        let state = decider.initial();
        for (let at = 0; at < events.length; at += BATCH) {
          const batch = events.slice(at, at + BATCH);
          const before = shown(state);
          const forked = shown(batch.reduce((onFork, event) => decider.evolve(onFork, event), fork(state)));
          expect(shown(state) === before).toBe(true);
          state = batch.reduce((onState, event) => decider.evolve(onState, event), state);
          expect(forked === shown(state)).toBe(true);
        }
      }
    },
  );
});
