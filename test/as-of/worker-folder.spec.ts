import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { SqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { join } from 'node:path';
import { inlineFolder } from '../support/inline-folder';
import { temporaryFolder } from '../support/temporary-folder';
import { ThingMade, thingsView, ToyLog } from '../support/toy-log';
import { registry } from '../support/toy-registry';
import { workerFolder } from '../support/worker-folder';

const views = [{ name: 'things', version: 1 }];

/** What a folding thread does beside what every folder does (test/contracts/folder.contract.ts). */
describe('a folding thread', () => {
  const { path: directory, remove } = temporaryFolder();
  let store: SqliteEventStore;
  let folder: WorkerFolder;
  beforeAll(async () => {
    store = await openSqliteEventStore({ directory });
    const log = new ToyLog(store);
    const made = Array.from({ length: 6_000 }, (_, i) => ThingMade({ thing: `t${i}`, partnerId: 'ptr_a' }));
    for (let i = 0; i < made.length; i += 500) await log.append(...made.slice(i, i + 500));
  });
  beforeEach(() => (folder = workerFolder(directory)));
  afterEach(() => folder.close());
  afterAll(async () => {
    await store.close();
    remove();
  });

  it('tells how many documents it keeps for a moment', async () => {
    const folded = await Promise.all([-1, 0, 1].map((until) => folder.fold({ views, until })));
    expect(folded.map(({ documents }) => documents)).toEqual([0, 1, 2]);
  });

  it('keeps none where a history index finds the moment again', async () => {
    const indexed = workerFolder(directory, join(directory, 'history.db'));
    indexed.start();
    const past = await indexed.fold({ views, until: 1 });
    expect([past.documents, (await past.find(scopeOfAll, thingsView, { where: [] })).count]).toEqual([0, 2]);
    await indexed.close();
  });

  it('goes on with what a thread that was ended has left of its index', async () => {
    const history = join(directory, 'left.db');
    const inline = await inlineFolder(store, registry).fold({ views, until: 5_999 });
    for (const until of [0, 1_500]) {
      const ended = workerFolder(directory, history);
      await ended.fold({ views, until });
      const indexing = ended.fold({ views, until: 5_999 });
      indexing.catch(() => undefined);
      await ended.close();
    }
    const next = workerFolder(directory, history);
    const past = await next.fold({ views, until: 5_999 });
    const all = (each: PastViews) => each.find(scopeOfAll, thingsView, { where: [] });
    expect(await all(past)).toEqual(await all(inline));
    await next.close();
  });

  it('is told what nobody will ask any more', async () => {
    const past = await folder.fold({ views, until: 0 });
    past.forget();
    await expect(past.get(scopeOfAll, thingsView, 't0')).rejects.toThrow('the moment that is asked about');
  });

  it('tells whoever waits when it dies, and starts again for the next', async () => {
    const kept = await folder.fold({ views, until: 0 });
    const waiting = folder.fold({ views, until: 1 });
    const told = expect(waiting).rejects.toThrow('the folding thread has ended');
    await folder.close();
    await told;
    expect(kept.isKept).toBe(false);
    await expect(kept.get(scopeOfAll, thingsView, 't0')).rejects.toThrow('the folding thread has ended');
    expect((await folder.fold({ views, until: 0 })).documents).toBe(1);
  });

  it('fails in words when the log is not there', async () => {
    const lost = workerFolder(join(directory, 'absent'));
    await expect(lost.fold({ views, until: 0 })).rejects.toThrow('There is no log in');
  });
});
