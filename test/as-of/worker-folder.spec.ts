import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { SqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import { InlineFolder } from '#platform/runtime/as-of/folder';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThingGrew, ThingMade, ThingsSwapped, ToyLog } from '../support/toy-log';
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
    for (let i = 0; i < 2_500; i += 1) await log.append(ThingMade({ thing: `t${i}`, partnerId: 'ptr_a' }));
    await log.append(ThingGrew({ thing: 't0', cents: 7 }), ThingsSwapped({ one: 't0', other: 't1' }));
  });
  beforeEach(() => (folder = fromSource(directory)));
  afterEach(() => folder.close());
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  it('gives what folding on this thread gives, at several positions at once', async () => {
    const inline = new InlineFolder(store, registry);
    const positions = [0, 2_501, 999, 1_000, 2_500];
    const folded = await Promise.all(positions.map((until) => folder.fold({ views, until })));
    const expected = await Promise.all(positions.map((until) => inline.fold({ views, until })));
    expect(folded).toEqual(expected);
    expect(folded.map(([documents]) => documents?.size)).toEqual([1, 2_500, 1_000, 1_001, 2_500]);
  });

  it('reads what was appended after it was started', async () => {
    await folder.fold({ views, until: 0 });
    const last = await log.append(ThingGrew({ thing: 't0', cents: 1 }));
    expect((await folder.fold({ views, until: last }))[0]?.get('t0')).toMatchObject({ grown: 8, swaps: 1 });
  });

  it('tells whoever waits when it cannot fold, and goes on with the next', async () => {
    await expect(folder.fold({ views: [{ name: 'no-such-view', version: 1 }], until: 0 })).rejects.toThrow(
      'view_no_such_view_v1',
    );
    expect((await folder.fold({ views, until: 0 }))[0]?.size).toBe(1);
  });

  it('tells whoever waits when it dies, and starts again for the next', async () => {
    const waiting = folder.fold({ views, until: 2_501 });
    const told = expect(waiting).rejects.toThrow('the folding thread has ended');
    await folder.close();
    await told;
    expect((await folder.fold({ views, until: 0 }))[0]?.size).toBe(1);
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
