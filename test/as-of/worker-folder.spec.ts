import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { SqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inlineFolder } from '../support/inline-folder';
import { ThingGrew, ThingMade, ThingsSwapped, thingsView, ToyLog } from '../support/toy-log';
import { registry } from '../support/toy-registry';

const views = [{ name: 'things', version: 1 }];

describe('a folding thread', () => {
  const directory = mkdtempSync(join(tmpdir(), 'folding-'));
  let store: SqliteEventStore;
  let log: ToyLog;
  let folder: WorkerFolder;
  beforeAll(async () => {
    store = await openSqliteEventStore({ directory });
    log = new ToyLog(store);
    const made = Array.from({ length: 2_500 }, (_, i) => ThingMade({ thing: `t${i}`, partnerId: 'ptr_a' }));
    for (let i = 0; i < made.length; i += 500) await log.append(...made.slice(i, i + 500));
    await log.append(ThingGrew({ thing: 't0', cents: 7 }), ThingsSwapped({ one: 't0', other: 't1' }));
  });
  beforeEach(() => (folder = fromSource(directory)));
  afterEach(() => folder.close());
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  it('gives what folding on this thread gives, at several positions at once', async () => {
    const inline = inlineFolder(store, registry);
    const positions = [0, 2_501, 999, 1_000, 2_500];
    const folded = await Promise.all(positions.map((until) => folder.fold({ views, until })));
    const expected = await Promise.all(positions.map((until) => inline.fold({ views, until })));
    const digests = (all: readonly PastViews[]) => Promise.all(all.map((past) => past.digest(thingsView)));
    expect(await digests(folded)).toEqual(await digests(expected));
    expect(folded.map(({ documents }) => documents)).toEqual([1, 2_500, 1_000, 1_001, 2_500]);
  });

  it('answers by key, by page and whole as the same documents on this thread do, each in its scope', async () => {
    const [here, there] = await Promise.all(
      [inlineFolder(store, registry), folder].map((each) => each.fold({ views, until: 2_501 })),
    );
    const asked: ((past: PastViews) => Promise<unknown>)[] = [
      (past) => past.get(scopeOfAll, thingsView, 't0'),
      (past) => past.get(scopeOfPartner('ptr_b'), thingsView, 't0'),
      (past) => past.find(scopeOfAll, thingsView, { where: [], limit: 3 }),
      (past) => past.find(scopeOfAll, thingsView, { where: [], sort: { field: 'grown', direction: 'desc' } }),
      (past) => past.find(scopeOfAll, thingsView, { where: [] }),
      (past) => past.find(scopeOfPartner('ptr_b'), thingsView, { where: [] }),
      (past) => past.checkpoint(thingsView),
    ];
    for (const ask of asked) expect(await ask(there!)).toEqual(await ask(here!));
    expect((await there!.find(scopeOfAll, thingsView, { where: [] })).rows).toHaveLength(2_500);
  });

  it('is told what nobody will ask any more', async () => {
    const past = await folder.fold({ views, until: 0 });
    past.forget();
    await expect(past.get(scopeOfAll, thingsView, 't0')).rejects.toThrow('the moment that is asked about');
  });

  it('tells the position of an instant', async () => {
    const { knownAt } = await store.head();
    expect(await folder.sequenceAt(knownAt!)).toBe(await inlineFolder(store, registry).sequenceAt(knownAt!));
  });

  it('reads what was appended after it was started', async () => {
    await folder.fold({ views, until: 0 });
    const last = await log.append(ThingGrew({ thing: 't0', cents: 1 }));
    const past = await folder.fold({ views, until: last });
    expect(await past.get(scopeOfAll, thingsView, 't0')).toMatchObject({ grown: 8, swaps: 1 });
  });

  it('tells whoever waits when it cannot fold, and goes on with the next', async () => {
    await expect(folder.fold({ views: [{ name: 'no-such-view', version: 1 }], until: 0 })).rejects.toThrow(
      'view_no_such_view_v1',
    );
    expect((await folder.fold({ views, until: 0 })).documents).toBe(1);
  });

  it('tells whoever waits when it dies, and starts again for the next', async () => {
    const kept = await folder.fold({ views, until: 0 });
    const waiting = folder.fold({ views, until: 2_501 });
    const told = expect(waiting).rejects.toThrow('the folding thread has ended');
    await folder.close();
    await told;
    expect(kept.isKept).toBe(false);
    await expect(kept.get(scopeOfAll, thingsView, 't0')).rejects.toThrow('the folding thread has ended');
    expect((await folder.fold({ views, until: 0 })).documents).toBe(1);
  });

  it('fails in words when the log is not there', async () => {
    const lost = fromSource(join(directory, 'absent'));
    await expect(lost.fold({ views, until: 0 })).rejects.toThrow('There is no log in');
  });
});

function fromSource(directory: string): WorkerFolder {
  return new WorkerFolder({
    directory,
    registryModule: join(__dirname, '../support/toy-registry.ts'),
    script: join(__dirname, '../../libs/platform/profiles/embedded/fold-worker.ts'),
    execArgv: ['--conditions=source', '--require', join(__dirname, '../support/register-swc.cjs')],
  });
}
