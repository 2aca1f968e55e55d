import type { Checkpoint, EventStore } from '#platform/event-store/port/event-store';
import { MAX_APPEND_BYTES, NO_STREAM, START } from '#platform/event-store/port/event-store';
import { appendBytes } from '#platform/event-store/port/append-limits';
import { collect, eventsOf, minute } from '../support/stored-events';
import { Tail } from '../support/tail';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and opens the same log again; absent where nothing is kept. */
  readonly reopen?: () => Promise<EventStore>;
  readonly dispose: () => Promise<void>;
}

/** What every event store does (port/event-store.ts). An adapter's spec is a few lines that name it. */
export function eventStoreContract(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`event store: ${name}`, () => {
    let tested: StoreUnderTest;
    let store: EventStore;

    beforeEach(async () => {
      tested = await create();
      store = tested.store;
    });
    afterEach(() => tested.dispose());

    const one = (name: string, type = 'SeatReserved') => eventsOf({ name, type, data: [{ name }] });
    /** Three events of two streams: `a` 0, `b` 0, `a` 1, recorded at minutes 5, 3 and 9. */
    const threeEvents = async () => {
      await store.append('a', NO_STREAM, eventsOf({ name: 'first', at: minute(5), type: 'Opened' }));
      await store.append('b', NO_STREAM, eventsOf({ name: 'second', at: minute(3), type: 'Opened' }));
      await store.append('a', 0, eventsOf({ name: 'third', at: minute(9), type: 'Closed' }));
    };

    describe('an empty log', () => {
      it('has nothing to read and stands at the start', async () => {
        expect(await store.head()).toEqual(START);
        expect(await collect(store.readAll(START))).toEqual([]);
        expect(await collect(store.readStream('a', 0))).toEqual([]);
      });
    });

    describe('append', () => {
      it('says where the last event lies, in its stream and in the log', async () => {
        await store.append('a', NO_STREAM, one('first'));
        const events = eventsOf({ name: 'second', data: [{ n: 1 }, { n: 2 }] });
        expect(await store.append('b', NO_STREAM, events)).toEqual({ kind: 'ok', lastSequence: 2, lastRevision: 1 });
      });

      it('gives back every byte and member as it was handed in', async () => {
        const data = { text: 'Zoë 🎓 "quoted" \\ \n \u0000 \u2028', 'key with é': [1.5e-7, -0.25, null, true, {}] };
        const [event] = eventsOf({ name: 'bytes', data: [data] });
        await store.append('a', NO_STREAM, [event!]);
        expect(await collect(store.readStream('a', 0))).toEqual([{ ...event, sequence: 0, stream: 'a', revision: 0 }]);
      });

      it.each([
        ['a stream that exists, for a writer that saw none', NO_STREAM, 1],
        ['a stream that moved on', 0, 1],
        ['a stream that is not so far yet', 2, 1],
      ])('conflicts on %s, and writes nothing', async (_, expected, actualRevision) => {
        await store.append('a', NO_STREAM, eventsOf({ name: 'first', data: [{ n: 1 }, { n: 2 }] }));
        expect(await store.append('a', expected, one('second'))).toEqual({ kind: 'conflict', actualRevision });
        expect((await store.head()).sequence).toBe(1);
      });

      it('conflicts on an absent stream at revision −1', async () => {
        expect(await store.append('a', 0, one('first'))).toEqual({ kind: 'conflict', actualRevision: NO_STREAM });
      });

      it('lets appends of one stream that are sent together follow each other', async () => {
        const results = [0, 1, 2].map((n) => store.append('a', n - 1, one(`command ${n}`)));
        expect((await Promise.all(results)).map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
        expect((await collect(store.readStream('a', 0))).map(({ revision }) => revision)).toEqual([0, 1, 2]);
      });

      it('lets one of two racing writers through, and the others of the moment as well', async () => {
        const [winner, loser, bystander] = await Promise.all([
          store.append('a', NO_STREAM, one('winner')),
          store.append('a', NO_STREAM, eventsOf({ name: 'loser', data: [{}, {}] })),
          store.append('b', NO_STREAM, one('bystander')),
        ]);
        expect([winner.kind, loser.kind, bystander.kind].sort()).toEqual(['conflict', 'ok', 'ok']);
        expect(bystander.kind).toBe('ok');
        const sequences = (await collect(store.readAll(START))).map(({ event }) => event.sequence);
        expect(sequences).toEqual(winner.kind === 'ok' ? [0, 1] : [0, 1, 2]);
      });

      it('refuses no events, too many bytes, and names that belong to the store', async () => {
        const large = eventsOf({ name: 'large', data: [{ text: 'é'.repeat(MAX_APPEND_BYTES / 2) }] });
        await expect(store.append('a', NO_STREAM, [])).rejects.toThrow('no events');
        await expect(store.append('a', NO_STREAM, large)).rejects.toThrow('too large');
        await expect(store.append('$a', NO_STREAM, one('first'))).rejects.toThrow('for the store itself');
        await expect(store.append('a', -2, one('first'))).rejects.toThrow('not a revision');
        expect(await store.head()).toEqual(START);
      });

      it('takes an append right under the limit', async () => {
        const room = MAX_APPEND_BYTES - appendBytes(eventsOf({ name: 'large', data: [{ text: '' }] }));
        const fits = eventsOf({ name: 'large', data: [{ text: 'x'.repeat(room - 1) }] });
        const tooLarge = eventsOf({ name: 'large', data: [{ text: 'x'.repeat(room) }] });
        await expect(store.append('a', NO_STREAM, tooLarge)).rejects.toThrow('too large');
        expect((await store.append('a', NO_STREAM, fits)).kind).toBe('ok');
      });
    });

    describe('readStream', () => {
      it('gives one stream from a revision on', async () => {
        await threeEvents();
        const read = async (from: number) => (await collect(store.readStream('a', from))).map((e) => e.sequence);
        expect(await read(0)).toEqual([0, 2]);
        expect(await read(1)).toEqual([2]);
        expect(await read(2)).toEqual([]);
      });

      it('gives a long stream whole', async () => {
        for (let n = 0; n < 5; n += 1) {
          const data = Array.from({ length: 501 }, (_, i) => ({ n: 501 * n + i }));
          await store.append('a', 501 * n - 1, eventsOf({ name: `command ${n}`, data }));
        }
        const numbers = (await collect(store.readStream('a', 7))).map(
          ({ data }) => (JSON.parse(data) as { n: number }).n,
        );
        expect(numbers).toEqual(Array.from({ length: 5 * 501 - 7 }, (_, i) => i + 7));
      });
    });

    describe('readAll', () => {
      it('gives every stream in one order, with no gap in the sequence', async () => {
        await threeEvents();
        const places = (await collect(store.readAll(START))).map(({ event: e }) => [e.sequence, e.stream, e.revision]);
        expect(places).toEqual([
          [0, 'a', 0],
          [1, 'b', 0],
          [2, 'a', 1],
        ]);
      });

      it('knows at each event the latest time so far, which never goes back', async () => {
        await threeEvents();
        const known = (await collect(store.readAll(START))).map(({ checkpoint }) => checkpoint.knownAt);
        expect(known).toEqual([minute(5), minute(5), minute(9)]);
      });

      it('goes on after any checkpoint as if it had never stopped', async () => {
        await threeEvents();
        const whole = await collect(store.readAll(START));
        for (const [i, { checkpoint }] of whole.entries()) {
          expect(await collect(store.readAll(checkpoint))).toEqual(whole.slice(i + 1));
        }
        expect(await store.head()).toEqual(whole.at(-1)?.checkpoint);
        expect(await store.checkpointAt(-1)).toEqual(START);
        for (const { checkpoint } of whole) expect(await store.checkpointAt(checkpoint.sequence)).toEqual(checkpoint);
        await expect(store.checkpointAt(whole.length)).rejects.toThrow();
      });

      it('gives only the types asked for, each with the checkpoint it has in the whole log', async () => {
        await threeEvents();
        const whole = await collect(store.readAll(START));
        const read = (after: Checkpoint, ...types: string[]) => collect(store.readAll(after, types));
        expect(await read(START, 'Closed')).toEqual([whole[2]]);
        expect(await read(START, 'Opened', 'Absent')).toEqual([whole[0], whole[1]]);
        expect(await read(whole[0]!.checkpoint, 'Closed', 'Opened')).toEqual([whole[1], whole[2]]);
        expect(await read(START, 'Absent')).toEqual([]);
        expect(await read(START)).toEqual([]);
      });

      it('ends at the end of the moment when it began, however long the log is', async () => {
        const data = Array.from({ length: 401 }, (_, n) => ({ n }));
        for (const stream of ['a', 'b', 'c']) await store.append(stream, NO_STREAM, eventsOf({ name: stream, data }));
        const seen: number[] = [];
        for await (const { event } of store.readAll(START)) {
          if (event.sequence === 0) await store.append('d', NO_STREAM, one('during'));
          seen.push(event.sequence);
        }
        expect(seen).toEqual(Array.from({ length: 1_203 }, (_, i) => i));
      });
    });

    describe('a reader of the tail', () => {
      it('sees everything once and in order while 1,000 appends race', async () => {
        const tail = new Tail(store);
        const following = tail.follow(1_000);
        const write = async (stream: string) => {
          for (let n = 0; n < 100; n += 1) await store.append(stream, n - 1, one(`${stream} ${n}`));
        };
        await Promise.all(Array.from({ length: 10 }, (_, i) => write(`stream ${i}`)));
        const seen = await following;
        expect(seen.map(({ event }) => event.sequence)).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
        expect(seen).toEqual(await collect(store.readAll(START)));
      });

      it('is woken no more once it has said so', async () => {
        let woken = 0;
        const stop = store.onAppended(() => (woken += 1));
        await store.append('a', NO_STREAM, one('first'));
        await new Tail(store).follow(1);
        const before = woken;
        stop();
        await store.append('a', 0, one('second'));
        await new Tail(store).follow(2);
        expect([before > 0, woken]).toEqual([true, before]);
      });
    });

    describe('close and open again', () => {
      it('keeps every event, checkpoint and revision', async () => {
        if (tested.reopen === undefined) return;
        await threeEvents();
        const before = await collect(store.readAll(START));
        const again = await tested.reopen();
        expect(await collect(again.readAll(START))).toEqual(before);
        expect(await again.append('a', 1, one('fourth'))).toEqual({ kind: 'ok', lastSequence: 3, lastRevision: 2 });
      });

      it('answers what was sent before closing and refuses what comes after', async () => {
        const sent = store.append('a', NO_STREAM, one('first'));
        await store.close();
        expect((await sent).kind).toBe('ok');
        await expect(store.append('a', 0, one('second'))).rejects.toThrow('closed');
      });
    });
  });
}
