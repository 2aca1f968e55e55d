import { scopeOfAll } from '#platform/view-store/port/scope';
import { HistoryUnavailable } from '#platform/view-store/port/view-history';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { join } from 'node:path';
import { atHand, indexedFolder } from '../support/indexed-folder';
import { inlineFolder } from '../support/inline-folder';
import { ManualTimers } from '../support/manual-timers';
import { temporaryFolder } from '../support/temporary-folder';
import { ThingGrew, ThingMade, thingsView, ToyLog } from '../support/toy-log';
import { registry } from '../support/toy-registry';

const views = [{ name: 'things', version: 1 }];

describe('a folder with a history index', () => {
  let log: ToyLog;
  beforeEach(async () => {
    log = new ToyLog();
    await log.append(ThingMade({ thing: 'a', partnerId: 'ptr_a' }), ThingGrew({ thing: 'a', cents: 5 }));
  });
  const all = (past: PastViews) =>
    Promise.all([
      past.find(scopeOfAll, thingsView, { where: [] }),
      past.get(scopeOfAll, thingsView, 'a'),
      past.choose(scopeOfAll, thingsView, { where: [] }),
    ]);
  const folded = async (until: number) => all(await inlineFolder(log.store, registry).fold({ views, until }));

  it('reads the index on in its own time once it is started, all views of it', async () => {
    const [timers, history] = [new ManualTimers(), new SqliteViewHistory(':memory:')];
    const folder = indexedFolder(atHand(log.store), registry, { timers, history });
    await timers.pass(5_000);
    expect(history.reached(thingsView).sequence).toBe(-1);
    folder.start();
    await timers.pass(2_000);
    expect(registry.views.map(({ view }) => history.reached(view).sequence)).toEqual([1, 1]);
    await log.append(ThingGrew({ thing: 'a', cents: 5 }));
    await timers.pass(1_000);
    expect(history.reached(thingsView).sequence).toBe(2);
    await folder.close();
  });

  it('folds from the first event where there can be no index', async () => {
    const folder = temporaryFolder();
    const history = new SqliteViewHistory(join(folder.path, 'absent', 'history.db'));
    const indexed = indexedFolder(atHand(log.store), registry, { history });
    indexed.start();
    const past = await indexed.fold({ views, until: 1 });
    expect([past.documents, await all(past)]).toEqual([1, await folded(1)]);
    await indexed.close();
    folder.remove();
  });

  it('folds a moment whose index is lost before it is asked about, once, and indexes anew for the next', async () => {
    const history = new SqliteViewHistory(':memory:');
    const inline = inlineFolder(log.store, registry);
    const folding = jest.spyOn(inline, 'fold');
    const indexed = indexedFolder(atHand(log.store), registry, { history, inline });
    const past = await indexed.fold({ views, until: 1 });
    history.forget(thingsView);
    expect(() => history.find(scopeOfAll, thingsView, { where: [] }, 1)).toThrow(HistoryUnavailable);
    expect(await all(past)).toEqual(await folded(1));
    expect(folding).toHaveBeenCalledTimes(1);
    expect((await indexed.fold({ views, until: 1 })).documents).toBe(0);
    expect(history.reached(thingsView).sequence).toBe(1);
    await indexed.close();
  });

  it('asks for the fold again when that has failed', async () => {
    const history = new SqliteViewHistory(':memory:');
    const inline = inlineFolder(log.store, registry);
    const indexed = indexedFolder(atHand(log.store), registry, { history, inline });
    const past = await indexed.fold({ views, until: 1 });
    history.forget(thingsView);
    jest.spyOn(inline, 'fold').mockRejectedValueOnce(new Error('planted: the log is busy'));
    await expect(past.get(scopeOfAll, thingsView, 'a')).rejects.toThrow('busy');
    expect(await all(past)).toEqual(await folded(1));
    await indexed.close();
  });
});
