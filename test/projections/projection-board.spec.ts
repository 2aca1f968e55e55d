import { ProjectionBoard } from '#platform/runtime/project/projection-board';
import { builtViews } from '#platform/runtime/project/built-view';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { setTimeout } from 'node:timers/promises';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { ThingGrew, ThingMade, things, thingsView, ToyLog, toyCatalogue } from '../support/toy-log';

const made = ThingMade({ thing: 'a', partnerId: 'ptr_a' });
const otherView = { ...thingsView, name: 'other-things' };
const other = { ...things, view: otherView };

describe('the board of all projections', () => {
  let log: ToyLog;
  let views: MemoryViewStore;
  let board: ProjectionBoard;
  beforeEach(() => {
    log = new ToyLog();
    views = new MemoryViewStore();
    const built = builtViews([thingsView, otherView], [other, things]);
    board = new ProjectionBoard(built, { log: log.store, views, catalogue: toyCatalogue });
  });
  afterEach(() => board.stop());

  it('tells how far each view is behind', async () => {
    await log.append(made, made);
    expect(await board.status()).toEqual([
      { view: 'things', version: 1, state: 'idle', sequence: -1, lag: 2 },
      { view: 'other-things', version: 1, state: 'idle', sequence: -1, lag: 2 },
    ]);
    board.start();
    expect(await board.waitFor([thingsView, otherView], 1, 1_000)).toBe(true);
    expect((await board.status()).map(({ state, lag }) => [state, lag])).toEqual([
      ['running', 0],
      ['running', 0],
    ]);
  });

  it('rebuilds a view to the same digest, and mends one that somebody has changed (G11)', async () => {
    board.start();
    const last = await log.append(made, ThingGrew({ thing: 'a', cents: 5 }));
    await board.waitFor([thingsView, otherView], last, 1_000);
    const [live, ofOther] = await board.digests();
    expect(await board.rebuild(thingsView)).toEqual(live);
    const at = await views.checkpoint(thingsView);
    await views.apply(thingsView, at, new Map([['a', null]]), at);
    expect((await board.digests())[0]).not.toEqual(live);
    expect(await board.rebuild(thingsView)).toEqual(live);
    expect((await board.digests())[1]).toEqual(ofOther);
  });

  it('waits for a slow rebuild to reach the head before it digests', async () => {
    const delay = () => setTimeout(2);
    const checkpoint = views.checkpoint.bind(views);
    views.checkpoint = async (view) => (await delay(), checkpoint(view));
    const setup = { log: log.store, views, catalogue: toyCatalogue, batchEvents: 1, delay };
    const slow = new ProjectionBoard([{ view: thingsView, projection: things }], setup);
    slow.start();
    const last = await log.append(made, ThingGrew({ thing: 'a', cents: 5 }));
    await slow.waitFor([thingsView], last, 1_000);
    expect(await slow.rebuild(thingsView)).toMatchObject({ view: 'things', sequence: last });
    await slow.stop();
  });

  it('goes on after a rebuild', async () => {
    board.start();
    await board.rebuild(thingsView);
    const last = await log.append(made);
    expect(await board.waitFor([thingsView], last, 1_000)).toBe(true);
    expect(await views.get(scopeOfAll, thingsView, 'a')).toBeDefined();
  });

  it('drops what an earlier release kept, but only once the new has caught up', async () => {
    const old = { ...thingsView, version: 9 };
    const at = await views.checkpoint(old);
    await views.apply(old, at, new Map(), { ...at, sequence: 0 });
    const marker = { ...thingsView, name: 'reaction-x' };
    await views.apply(marker, at, new Map(), { ...at, sequence: 0 });
    const last = await log.append(made);
    const dropping = board.dropLeftovers([marker]);
    expect((await views.checkpoint(old)).sequence).toBe(0);
    board.start();
    expect(await dropping).toEqual(['view_things_v9']);
    expect((await views.checkpoint(thingsView)).sequence).toBe(last);
    expect((await views.checkpoint(marker)).sequence).toBe(0);
  });

  it('drops views that were made from a longer log than the one restored', async () => {
    const at = await views.checkpoint(thingsView);
    await views.apply(thingsView, at, new Map(), { ...at, sequence: 500 });
    const head = await log.append(made);
    expect(await board.dropViewsBeyond(head)).toEqual(['view_things_v1']);
    board.start();
    expect(await board.waitFor([thingsView], head, 1_000)).toBe(true);
    expect(await views.get(scopeOfAll, thingsView, 'a')).toBeDefined();
  });

  it('is made of pairs: a view without a projection, or one without a view, is a mistake', () => {
    expect(() => builtViews([thingsView, otherView], [things])).toThrow('no projection makes');
    expect(() => builtViews([thingsView], [things, other])).toThrow('makes no view');
    expect(() => builtViews([{ ...thingsView, version: 2 }], [things])).toThrow('no projection makes');
    expect(() => builtViews([thingsView], [things, things])).toThrow('two projections make one view');
  });
});
