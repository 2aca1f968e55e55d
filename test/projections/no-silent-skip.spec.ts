import type { NewEvent } from '#kernel/decider/event';
import type { AnyProjection } from '#kernel/decider/projection';
import { EventCatalogue } from '#kernel/decider/upcast';
import { ProjectionBoard } from '#platform/runtime/project/projection-board';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { settled } from '../support/manual-timers';
import { ThingGrew, ThingMade, things, thingsView, ToyLog, toyCatalogue, Weather } from '../support/toy-log';

const made = ThingMade({ thing: 'a', partnerId: 'ptr_a' });
const grew = ThingGrew({ thing: 'a', cents: 1 });
const POISONED = ThingGrew({ thing: 'a', cents: 666 });

const calmView = { ...thingsView, name: 'calm-things' };
const calm: AnyProjection = { ...things, view: calmView, types: [ThingMade] };

interface Sort {
  readonly event: NewEvent;
  readonly projection: AnyProjection;
  readonly message: RegExp;
}
const isPoisoned = ({ data }: NewEvent) => (data as { cents?: number }).cents === 666;
const throwing = (part: 'keys' | 'fold'): AnyProjection => ({
  ...things,
  [part]: (...given: unknown[]) => {
    if (given.some((each) => isPoisoned({ data: {}, ...(each as object) } as NewEvent)))
      throw new Error(`${part} failed`);
    return (things[part] as (...all: unknown[]) => unknown)(...given);
  },
});
const unstorable: AnyProjection = {
  ...things,
  fold: (thing: never, event, key) =>
    isPoisoned(event) ? { ...(thing as object), oops: undefined } : things.fold(thing, event, key),
};

const sorts: Record<string, Sort> = {
  'an event whose fold throws': { event: POISONED, projection: throwing('fold'), message: /^fold failed$/ },
  'an event whose keys throw': { event: POISONED, projection: throwing('keys'), message: /^keys failed$/ },
  'a version of a later release': { event: { ...grew, version: 9 }, projection: things, message: /version/ },
  'a document that is no JSON': { event: POISONED, projection: unstorable, message: /without a value/ },
};

describe('an event that cannot be applied stops its projection and is never passed (G13)', () => {
  const cases = Object.entries(sorts).flatMap(([name, sort]) => [1, 2, 5, 6].map((at) => [name, at, sort] as const));

  it.each(cases)('%s, at position %i', async (_, at, { event, projection, message }) => {
    const log = new ToyLog();
    const views = new MemoryViewStore();
    const board = new ProjectionBoard(
      [
        { view: thingsView, projection },
        { view: calmView, projection: calm },
      ],
      { log: log.store, views, catalogue: toyCatalogue, batchEvents: 3 },
    );
    board.start();
    await log.append(made, ...Array.from({ length: at - 1 }, () => grew), event, grew, grew);
    const head = await log.append(ThingMade({ thing: 'b', partnerId: 'ptr_b' }));

    expect(await board.waitFor([calmView], head, 1_000)).toBe(true);
    expect(await board.waitFor([thingsView], head, 1_000)).toBe(false);
    expect(await board.status()).toEqual([
      {
        view: 'things',
        version: 1,
        state: 'stopped',
        sequence: at - 1,
        lag: head - at + 1,
        stopped: { sequence: at, type: 'ThingGrew', message: expect.stringMatching(message) },
      },
      { view: 'calm-things', version: 1, state: 'running', sequence: head, lag: 0 },
    ]);
    expect(await views.get(scopeOfAll, thingsView, 'a')).toMatchObject({ grown: at - 1, lastSequence: at - 1 });
    await board.stop();
  });

  it('an event type that this release does not know, which another projection never meets', async () => {
    const log = new ToyLog();
    const board = new ProjectionBoard(
      [
        { view: thingsView, projection: things },
        { view: calmView, projection: calm },
      ],
      { log: log.store, views: new MemoryViewStore(), catalogue: new EventCatalogue([ThingMade]), batchEvents: 3 },
    );
    board.start();
    const head = await log.append(made, grew);
    expect(await board.waitFor([calmView], head, 1_000)).toBe(true);
    expect((await board.status())[0]).toMatchObject({ state: 'stopped', stopped: { sequence: 1, type: 'ThingGrew' } });
    await board.stop();
  });

  it('also when the view is rebuilt, until a fixed release takes it and then equals a rebuild', async () => {
    const log = new ToyLog();
    const views = new MemoryViewStore();
    const head = await log.append(made, grew, POISONED, Weather({ sky: 'grey' }));
    const setup = { log: log.store, views, catalogue: toyCatalogue };

    const broken = new ProjectionBoard([{ view: thingsView, projection: throwing('fold') }], setup);
    broken.start();
    await settled();
    await expect(broken.rebuild(thingsView)).rejects.toThrow('view_things_v1 stopped at event 2: fold failed');
    await broken.stop();

    const fixed = new ProjectionBoard([{ view: thingsView, projection: things }], setup);
    fixed.start();
    expect(await fixed.waitFor([thingsView], head, 1_000)).toBe(true);
    const [live] = await fixed.digests();
    expect(await fixed.rebuild(thingsView)).toEqual(live);
    await fixed.stop();
  });
});
