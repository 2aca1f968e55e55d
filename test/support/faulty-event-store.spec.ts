import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import { eventStoreContract } from '../contracts/event-store.contract';
import { FaultyEventStore } from './faulty-event-store';
import { collect, eventsOf } from './stored-events';

eventStoreContract('faulty, with no fault planned', async () => {
  const store = new FaultyEventStore(new MemoryEventStore());
  return { store, dispose: () => store.close() };
});

describe('a faulty event store', () => {
  const mine = eventsOf({ name: 'mine' });
  const theirs = eventsOf({ name: 'theirs' });
  let store: FaultyEventStore;
  const send = () => store.append('a', NO_STREAM, mine);
  /** How a caller settles "unknown": it looks for its first id where that append would have put it (G15). */
  const firstIdAt = async (revision: number) => (await collect(store.readStream('a', revision)))[0]?.id;

  beforeEach(() => (store = new FaultyEventStore(new MemoryEventStore())));

  it('lost: unknown, and reading finds nothing, so the same bytes go out again', async () => {
    store.next({ kind: 'lost' });
    expect((await send()).kind).toBe('unknown');
    expect(await firstIdAt(0)).toBeUndefined();
    expect((await send()).kind).toBe('ok');
  });

  it('ack-lost: unknown, and reading finds it done', async () => {
    store.next({ kind: 'ack-lost' });
    expect((await send()).kind).toBe('unknown');
    expect(await firstIdAt(0)).toBe(mine[0]?.id);
  });

  it('late: unknown, absent, and then suddenly there', async () => {
    store.next({ kind: 'late' });
    expect((await send()).kind).toBe('unknown');
    expect(await firstIdAt(0)).toBeUndefined();
    expect(await store.deliverLate()).toEqual([{ kind: 'ok', lastSequence: 0, lastRevision: 0 }]);
    expect(await firstIdAt(0)).toBe(mine[0]?.id);
  });

  it('late, after the same bytes were sent again: written once', async () => {
    store.next({ kind: 'late' });
    await send();
    await send();
    expect(await store.deliverLate()).toEqual([{ kind: 'conflict', actualRevision: 0 }]);
    expect(await collect(store.readAll(START))).toHaveLength(1);
  });

  it('twice: a conflict with oneself', async () => {
    store.next({ kind: 'twice' });
    expect(await send()).toEqual({ kind: 'conflict', actualRevision: 0 });
    expect(await firstIdAt(0)).toBe(mine[0]?.id);
  });

  it('overtaken: a conflict with another writer, whose event is read where one’s own should be', async () => {
    store.next({ kind: 'overtaken', events: theirs });
    expect(await send()).toEqual({ kind: 'conflict', actualRevision: 0 });
    expect(await firstIdAt(0)).toBe(theirs[0]?.id);
  });

  it('full and throws: nothing written', async () => {
    store.next({ kind: 'full' }, { kind: 'throws', error: new Error('a bug') });
    expect((await send()).kind).toBe('full');
    await expect(send()).rejects.toThrow('a bug');
    expect(await store.head()).toEqual(START);
  });

  it('held: no answer until it is released', async () => {
    store.next({ kind: 'held' });
    const answer = send();
    expect(await firstIdAt(0)).toBeUndefined();
    store.release();
    expect((await answer).kind).toBe('ok');
  });

  it('plans by the call, and keeps what was sent', async () => {
    store.plan = ({ index }) => (index === 1 ? { kind: 'lost' } : undefined);
    const kinds = [
      await send(),
      await store.append('b', NO_STREAM, theirs),
      await store.append('b', NO_STREAM, theirs),
    ];
    expect(kinds.map(({ kind }) => kind)).toEqual(['ok', 'unknown', 'ok']);
    expect(store.calls.map(({ stream, expected }) => [stream, expected])).toEqual([
      ['a', NO_STREAM],
      ['b', NO_STREAM],
      ['b', NO_STREAM],
    ]);
  });

  it('fails as many reads as planned', async () => {
    store.failReads(2);
    await expect(store.head()).rejects.toThrow('planned');
    await expect(collect(store.readStream('a', 0))).rejects.toThrow('planned');
    expect(await store.head()).toEqual(START);
  });
});
