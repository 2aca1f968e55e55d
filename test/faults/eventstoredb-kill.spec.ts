import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import { openServer } from '../support/eventstoredb';
import { withControl } from '../support/eventstoredb-control';
import { FreshLog } from '../support/fresh-log';
import { PurseLoad } from '../support/purse-load';

jest.setTimeout(600_000);
const KILLS = 20;

withControl('EventStoreDB killed under load', (control) => {
  it(`loses and doubles nothing in ${KILLS} kills, and the process goes on by itself`, async () => {
    const server = await openServer();
    const load = new PurseLoad(await FreshLog.over(server)).start();
    let backMs = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await load.acks(200 + Math.floor(Math.random() * 300));
      await control('kill');
      await control('start');
      const started = performance.now();
      await load.acks(1);
      backMs = Math.max(backMs, performance.now() - started);
    }
    await load.acks(200);
    await load.stop();
    expect(await load.faults()).toEqual([]);
    expect([...load.others.keys()].filter((kind) => kind !== 'unknown')).toEqual([]);
    // Counted anew from the first event, on another connection and without the index.
    const again = await openServer({ index: new MemoryLogIndex() });
    expect(again.tree()).toEqual(server.tree());
    const { restarts } = server.status();
    console.info(
      `${KILLS} kills: ${load.acknowledged.size} acknowledged, 0 lost, 0 doubled, ${load.others.get('unknown') ?? 0} ` +
        `answered "unknown", tail taken up again ${restarts} times, longest gap ${Math.round(load.longestGapMs)} ms, at most ` +
        `${Math.round(backMs)} ms of it after the server was up`,
    );
    await again.close();
    await server.close();
  });
});
