import type { FactFold } from '#kernel/decider/decider';
import { eventType } from '#kernel/decider/event';
import { EventCatalogue } from '#kernel/decider/upcast';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { LiveFold } from '#platform/runtime/handle/live-fold';
import { FaultyEventStore } from '../../../../test/support/faulty-event-store';
import { eventsOf } from '../../../../test/support/stored-events';

const SeatReserved = eventType<'SeatReserved', object>('SeatReserved', 1);
const SeatFreed = eventType<'SeatFreed', object>('SeatFreed', 1);
const catalogue = new EventCatalogue([SeatReserved, SeatFreed]);

const counting = (name: string, types: FactFold<{ events: number }>['types']): FactFold<{ events: number }> => ({
  name,
  prefix: 'hall-',
  types,
  initial: () => ({ events: 0 }),
  evolve: ({ events }) => ({ events: events + 1 }),
});
const reserved = counting('reserved', [SeatReserved]);
const both = counting('both', [SeatReserved, SeatFreed]);

async function hall() {
  const store = new FaultyEventStore(new MemoryEventStore());
  const board = new FactsBoard(store, catalogue, [reserved, both]);
  let revision = -1;
  const write = async (type: 'SeatReserved' | 'SeatFreed', stream = 'hall-1') => {
    const expected = stream === 'hall-1' ? revision++ : -1;
    await store.append(stream, expected, eventsOf({ name: `${stream} ${revision}`, type }));
  };
  await write('SeatReserved');
  await write('SeatReserved');
  await write('SeatFreed');
  return { store, board, write };
}

describe('what deciders may know of other streams', () => {
  it('is what the log held when it was last read on', async () => {
    const { board, write } = await hall();
    expect(board.current(reserved, 'hall-1')).toBeUndefined();
    await board.catchUp();
    expect([board.current(reserved, 'hall-1'), board.current(both, 'hall-1')]).toEqual([{ events: 2 }, { events: 3 }]);
    await write('SeatReserved');
    expect(board.current(reserved, 'hall-1')).toEqual({ events: 2 });
    await Promise.all([board.catchUp(), board.catchUp()]);
    expect(board.current(reserved, 'hall-1')).toEqual({ events: 3 });
  });

  it('leaves alone what stands in other streams', async () => {
    const { board, write } = await hall();
    await write('SeatReserved', 'kitchen-1');
    await board.catchUp();
    expect(board.current(both, 'kitchen-1')).toBeUndefined();
  });

  it('notes each stream that was asked for, with the revision found, and an absence too', async () => {
    const { board } = await hall();
    await board.catchUp();
    const reads = new Map();
    const lookup = board.lookup(reads);
    expect(lookup.get(both, 'hall-1')).toEqual({ events: 3 });
    expect(lookup.get(reserved, 'hall-1')).toEqual({ events: 2 });
    expect(lookup.get(reserved, 'hall-9')).toBeUndefined();
    expect([...reads.values()]).toEqual([
      { stream: 'hall-1', revision: 2 },
      { stream: 'hall-9', revision: -1 },
    ]);
  });

  it('is read again after the log could not be read, without counting anything twice', async () => {
    const { store, board } = await hall();
    store.failReads(1);
    await expect(board.catchUp()).rejects.toThrow('this read fails');
    await board.catchUp();
    expect(board.current(both, 'hall-1')).toEqual({ events: 3 });
  });
});

describe('a live fold of the log', () => {
  it('is at the head whenever it is asked', async () => {
    const { store, write } = await hall();
    const fold = new LiveFold(
      { types: [SeatReserved], initial: () => 0, evolve: (seats) => seats + 1 },
      store,
      catalogue,
    );
    expect(await fold.current()).toBe(2);
    await write('SeatReserved');
    expect(await Promise.all([fold.current(), fold.current()])).toEqual([3, 3]);
  });
});
