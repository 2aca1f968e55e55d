import { canonical } from '#kernel/codec/canonical';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import { rootOf } from '#platform/audit/tree/frontier';
import { leafOfEvent } from '#platform/audit/tree/hash';
import type { VerifyOptions } from '#platform/audit/verify/verification';
import { verifyEvents, verifyLog } from '#platform/audit/verify/verify-log';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { collect, eventsOf, minute } from '../../../../test/support/stored-events';

/**
 * A log of seven events:
 *
 *   position   0  1  2  3  4  5  6
 *   stream     a  a  b  a  b  b  a
 *   revision   0  1  0  2  1  2  3
 *   command    A  A  B  C  D  D  E
 */
async function goodLog(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await store.append('a', NO_STREAM, eventsOf({ name: 'A', at: minute(0), data: [{ cents: 100 }, { cents: 200 }] }));
  await store.append('b', NO_STREAM, eventsOf({ name: 'B', at: minute(9), data: [{ cents: 300 }] }));
  await store.append('a', 1, eventsOf({ name: 'C', at: minute(2), data: [{ cents: 400 }] }));
  await store.append('b', 0, eventsOf({ name: 'D', at: minute(9), data: [{ cents: 500 }, { cents: 600 }] }));
  await store.append('a', 2, eventsOf({ name: 'E', at: minute(4), data: [{ cents: 700 }] }));
  return store;
}

type Tamper = (log: StoredEvent[]) => StoredEvent[];
let good: StoredEvent[];

beforeAll(async () => {
  good = (await collect((await goodLog()).readAll(START))).map(({ event }) => event);
});

async function verified(log: readonly StoredEvent[], options?: VerifyOptions) {
  return verifyEvents(
    (async function* () {
      yield* log;
    })(),
    options,
  );
}

const headAt = (size: number) => ({ size, root: rootOf(good.slice(0, size).map(leafOfEvent)) });
/** Changes members of the event at `position`. */
const edit =
  (position: number, change: (event: StoredEvent) => Partial<StoredEvent>): Tamper =>
  (log) =>
    log.map((event, i) => (i === position ? { ...event, ...change(event) } : event));
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const editMetadata = (position: number, change: (metadata: Record<string, any>) => void): Tamper =>
  edit(position, (event) => {
    const metadata = JSON.parse(event.metadata);
    change(metadata);
    return { metadata: canonical(metadata) };
  });
/** Numbers everything again, as somebody would who wants a gap not to show. */
const renumbered: Tamper = (log) => {
  const revisions = new Map<string, number>();
  return log.map((event, sequence) => {
    const revision = (revisions.get(event.stream) ?? -1) + 1;
    revisions.set(event.stream, revision);
    return { ...event, sequence, revision };
  });
};
const without =
  (...positions: number[]): Tamper =>
  (log) =>
    log.filter((_, i) => !positions.includes(i));
const swapped =
  (i: number, j: number): Tamper =>
  (log) =>
    log.map((event, k) => log[k === i ? j : k === j ? i : k] ?? event);
const andThen =
  (...steps: Tamper[]): Tamper =>
  (log) =>
    steps.reduce((tampered, step) => step(tampered), log);
/** A command that never was, complete in itself, put in before `position`. */
const forged =
  (position: number, stream: string): Tamper =>
  (log) => {
    const [event] = eventsOf({ name: 'forged', at: minute(9), data: [{ cents: 999 }] });
    return [...log.slice(0, position), { ...event!, sequence: 0, revision: 0, stream }, ...log.slice(position)];
  };

describe('an honest log', () => {
  it('verifies with its size and root, against any of its earlier tree heads', async () => {
    const checkpoints = [headAt(7), headAt(0), headAt(4)];
    expect(await verified(good, { checkpoints })).toEqual({ kind: 'good', ...headAt(7) });
  });

  it('verifies when it is empty', async () => {
    expect(await verified([])).toEqual({ kind: 'good', size: 0, root: rootOf([]) });
  });

  it('verifies as a store reads it, with its known times', async () => {
    expect(await verifyLog(await goodLog())).toEqual({ kind: 'good', ...headAt(7) });
  });

  it('does not take a failing store for a tampered log', async () => {
    const broken = async function* () {
      yield* good.slice(0, 2);
      throw new Error('the disk is gone');
    };
    await expect(verifyEvents(broken())).rejects.toThrow('the disk is gone');
  });
});

describe('tampering that the log itself shows', () => {
  const cases: [what: string, tamper: Tamper, badPosition: number, why: string][] = [
    ['an event removed', without(2), 2, 'number 3 instead of 2'],
    ['the first event removed', without(0), 0, 'number 1 instead of 0'],
    [
      'an event removed and the rest renumbered, in the middle of a command',
      andThen(without(4), renumbered),
      4,
      'event 0 of its command',
    ],
    ['an event put in', forged(3, 'b'), 3, 'number 0 instead of 3'],
    ['an event put in among a command’s, all renumbered', andThen(forged(5, 'a'), renumbered), 6, 'torn apart'],
    ['an event written twice in a row', (log) => renumbered([...log, log[6]!]), 7, 'event 1 of its command'],
    ['a command written twice', (log) => renumbered([...log, log[2]!]), 7, 'written twice'],
    ['two events swapped', swapped(2, 3), 2, 'number 3 instead of 2'],
    ['two events of a command swapped and renumbered', andThen(swapped(0, 1), renumbered), 0, 'its id is not'],
    ['two events of a stream swapped and renumbered', andThen(swapped(3, 6), renumbered), 6, 'time goes back'],
    ['a revision changed', edit(3, () => ({ revision: 5 })), 3, 'revision 5 instead of 2'],
    [
      'an event moved to another stream',
      andThen(
        edit(1, () => ({ stream: 'b' })),
        renumbered,
      ),
      1,
      'wrote another stream',
    ],
    ['a store’s own stream', edit(2, () => ({ stream: '$b' })), 2, 'proper name'],
    ['data edited by hand', edit(1, () => ({ data: '{"cents": 201}' })), 1, 'canonical'],
    ['keys out of order', edit(1, () => ({ data: '{"b":1,"a":1}' })), 1, 'canonical'],
    ['a key given twice', edit(1, () => ({ data: '{"a":1,"a":2}' })), 1, 'canonical'],
    ['an integer that a double cannot hold', edit(1, () => ({ data: '{"cents":9007199254740993}' })), 1, 'canonical'],
    ['half a character', edit(1, () => ({ data: '{"text":"\\ud83c"}' })), 1, 'canonical'],
    ['data cut short', edit(1, () => ({ data: '{"cents":2' })), 1, 'not JSON'],
    ['a list for data', edit(1, () => ({ data: '[]' })), 1, 'not an object'],
    ['a moment that is none', edit(3, () => ({ recordedAt: instant('2026-02-30T00:00:00.000Z') })), 3, 'no moment'],
    ['a moment in another shape', edit(3, () => ({ recordedAt: '2026-01-01T00:09:00Z' as Instant })), 3, 'no moment'],
    [
      'recorded time going back',
      edit(3, () => ({ recordedAt: instant('2025-12-31T23:59:59.999Z') })),
      3,
      'time goes back',
    ],
    ['another id', edit(3, () => ({ id: uuidOf('other') })), 3, 'its id is not'],
    ['the next id of the command', edit(3, () => ({ id: eventIdOf(uuidOf('C'), 1) })), 3, 'its id is not'],
    ['no type', edit(3, () => ({ type: '' })), 3, 'no type'],
    ['version 0', edit(3, () => ({ version: 0 })), 3, 'no type and version'],
    ['no actor', editMetadata(3, (metadata) => delete metadata['actor']), 3, 'no actor'],
    ['no principal', editMetadata(3, (metadata) => delete metadata['principal']), 3, 'no principal'],
    ['no correlation', editMetadata(3, (metadata) => delete metadata['correlationId']), 3, 'no correlation'],
    ['no issuer', editMetadata(3, (metadata) => delete metadata['authentication'].issuer), 3, 'vouched'],
    ['no command', editMetadata(3, (metadata) => delete metadata['command']), 3, 'names no command'],
    ['no command id', editMetadata(3, (metadata) => delete metadata['command'].id), 3, 'no command id'],
    ['a payload edited', editMetadata(3, (m) => (m['command'].payload.name = 'F')), 3, 'digest'],
    ['no payload', editMetadata(3, (metadata) => delete metadata['command'].payload), 3, 'no payload'],
    ['no capsule', editMetadata(3, (metadata) => delete metadata['capsule']), 3, 'when it was decided'],
    ['no reads', editMetadata(3, (metadata) => delete metadata['capsule'].reads), 3, 'what was read'],
    ['no rules', editMetadata(3, (metadata) => delete metadata['capsule'].rules), 3, 'which rules'],
  ];

  it.each(cases)('%s', async (_, tamper, badPosition, why) => {
    expect(await verified(tamper(good))).toEqual({ kind: 'bad', badPosition, why: expect.stringContaining(why) });
  });
});

describe('leaf hashes that are trusted', () => {
  /** As a server left them that was killed: those of the last events are missing. */
  const upTo = (size: number) => ({
    leafAt: (position: number) => (position < size ? leafOfEvent(good[position]!) : undefined),
    trustLeaves: true,
  });

  it('give the same size and root, wherever they end', async () => {
    for (let size = 0; size <= 7; size += 1) {
      expect(await verified(good, upTo(size))).toEqual({ kind: 'good', ...headAt(7) });
    }
  });

  it('leave the events after them held to every rule, a command that they cut in two included', async () => {
    const metadata = editMetadata(6, (m) => delete m['actor']);
    expect(await verified(metadata(good), upTo(6))).toMatchObject({
      badPosition: 6,
      why: expect.stringMatching('actor'),
    });
    // The command D has its first event under a leaf, its second not.
    const id = edit(5, () => ({ id: eventIdOf(uuidOf('D'), 2) }));
    expect(await verified(id(good), upTo(5))).toMatchObject({ badPosition: 5, why: expect.stringMatching('event 1') });
    const forged = edit(4, () => ({ id: uuidOf('other') }))(good);
    const leafAt = (position: number) => (position < 5 ? leafOfEvent(forged[position]!) : undefined);
    expect(await verified(forged, { leafAt, trustLeaves: true })).toMatchObject({ kind: 'bad', badPosition: 5 });
    const again = renumbered([...good, good[2]!]);
    expect(await verified(again, upTo(7))).toMatchObject({
      badPosition: 7,
      why: expect.stringMatching('written twice'),
    });
  });
});

describe('tampering that is consistent in itself', () => {
  const amount = edit(3, () => ({ data: '{"cents":401}' }));
  const cases: [what: string, tamper: Tamper, badPosition: number][] = [
    ['an amount edited', amount, 3],
    ['a whole command removed and the rest renumbered', andThen(without(3), renumbered), 3],
    ['a whole command put in and the rest renumbered', andThen(forged(3, 'c'), renumbered), 3],
    ['two commands of different streams swapped and renumbered', andThen(swapped(2, 3), renumbered), 2],
    ['another actor', editMetadata(3, (metadata) => (metadata['actor'] = 'service:other')), 3],
  ];

  it.each(cases)('%s: passes without anything kept outside', async (_, tamper) => {
    expect((await verified(tamper(good))).kind).toBe('good');
  });

  it.each(cases)('%s: named exactly by the stored leaf hashes', async (_, tamper, badPosition) => {
    const leafAt = (position: number) => (position < 7 ? leafOfEvent(good[position]!) : undefined);
    expect(await verified(tamper(good), { leafAt })).toMatchObject({ kind: 'bad', badPosition });
  });

  it.each(cases)('%s: named as exactly when leaf hashes are trusted', async (_, tamper, badPosition) => {
    const leafAt = (position: number) => (position < 7 ? leafOfEvent(good[position]!) : undefined);
    expect(await verified(tamper(good), { leafAt, trustLeaves: true })).toMatchObject({ kind: 'bad', badPosition });
  });

  it.each(cases)('%s: between two checkpoints', async (_, tamper) => {
    const checkpoints = [headAt(6), headAt(2)];
    expect(await verified(tamper(good), { checkpoints })).toMatchObject({ kind: 'bad', badPosition: 2, before: 6 });
  });

  it('the end cut off: shown by an earlier checkpoint', async () => {
    const cut = good.slice(0, 5);
    expect((await verified(cut)).kind).toBe('good');
    expect(await verified(cut, { checkpoints: [headAt(4), headAt(7)] })).toMatchObject({ kind: 'bad', badPosition: 5 });
  });

  it('everything cut off: shown as well', async () => {
    expect(await verified([], { checkpoints: [headAt(1)] })).toMatchObject({ kind: 'bad', badPosition: 0 });
  });

  it('a known time edited, which is in no hash', async () => {
    const store = await goodLog();
    const edited = {
      readAll: async function* () {
        for await (const { event, checkpoint } of store.readAll(START)) {
          yield {
            event,
            checkpoint: { ...checkpoint, knownAt: checkpoint.sequence === 3 ? minute(2) : checkpoint.knownAt },
          };
        }
      },
    };
    expect(await verifyLog(edited)).toMatchObject({ kind: 'bad', badPosition: 3 });
  });
});
