import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import { openServer } from '../support/eventstoredb';
import { withCluster } from '../support/eventstoredb-control';
import { FreshLog } from '../support/fresh-log';
import { PurseLoad } from '../support/purse-load';

jest.setTimeout(600_000);
const KILLS = 3;

withCluster('EventStoreDB with three nodes', (control, url) => {
  it(`loses and doubles nothing when the leader is killed under load, ${KILLS} times`, async () => {
    const server = await openServer({ url, index: new MemoryLogIndex() });
    const load = new PurseLoad(await FreshLog.over(server)).start();
    const gapsMs: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await load.acks(300);
      load.longestGapMs = 0;
      await control('kill');
      await load.acks(300);
      gapsMs.push(Math.round(load.longestGapMs));
      await control('start');
    }
    await load.stop();
    expect(await load.faults()).toEqual([]);
    expect([...load.others.keys()].filter((kind) => kind !== 'unknown')).toEqual([]);
    const again = await openServer({ url, index: new MemoryLogIndex() });
    expect(again.tree()).toEqual(server.tree());
    console.info(
      `${KILLS} leaders killed: ${load.acknowledged.size} acknowledged, 0 lost, 0 doubled, ` +
        `${load.others.get('unknown') ?? 0} answered "unknown", longest gaps ${gapsMs.join(', ')} ms`,
    );
    await again.close();
    await server.close();
  });
});
