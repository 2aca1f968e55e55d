import { ProjectionRunner } from '#platform/runtime/project/projection-runner';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ThingGrew, ThingMade, things, thingsView, ToyLog, toyCatalogue } from '../support/toy-log';

describe('several runners of one projection cannot skip, repeat or regress it (G12)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'projectors-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('three of them on one views.db, each on a connection of its own and slow at random', async () => {
    const log = new ToyLog();
    await log.append(ThingMade({ thing: 'a', partnerId: 'ptr_a' }));
    const stores = [1, 2, 3].map(() => new SqliteViewStore(join(folder, 'views.db')));
    const runners = stores.map(
      (views) =>
        new ProjectionRunner(
          { view: thingsView, projection: things },
          { log: log.store, views, catalogue: toyCatalogue, batchEvents: 2, delay: upTo3Ms },
        ),
    );
    for (const runner of runners) runner.start();
    const positions: number[] = [];
    let last = 0;
    for (let i = 0; i < 100; i += 1) {
      last = await log.append(ThingGrew({ thing: 'a', cents: 1 }));
      await upTo3Ms();
      positions.push((await (stores[i % 3] as SqliteViewStore).checkpoint(thingsView)).sequence);
    }
    expect(await Promise.all(runners.map((runner) => runner.caughtUp(last, 5_000)))).toEqual([true, true, true]);
    expect(await stores[0]?.get(scopeOfAll, thingsView, 'a')).toMatchObject({ grown: 100, lastSequence: last });
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    await Promise.all(runners.map((runner) => runner.stop()));
    await Promise.all(stores.map((store) => store.close()));
  });
});

const upTo3Ms = () => setTimeout(Math.random() * 3);
