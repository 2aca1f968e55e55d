import { readConfig } from '#platform/config/read-config';
import { FileBlobStore } from '#platform/blobs/files/file-blob-store';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { registry } from '#platform/profiles/registry';
import { runNetwork } from '#platform/profiles/run-network';
import { SystemClock } from '#platform/runtime/clock';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { join } from 'node:path';
import pino from 'pino';
import { networkOf } from '../../apps/api/main';
import { cursorKeyIn } from '../../apps/api/reads/query/cursor-key';
import { ReadsModule } from '../../apps/api/reads/reads.module';
import { runServer } from '../../apps/api/run-server';
import { countedIndex } from './counted-index';
import { CountingEventStore } from './counting-event-store';
import { FreshLog } from './fresh-log';
import { inlineFolder } from './inline-folder';

/**
 * An API process on EventStoreDB as the cluster profile wires it, on a log that a spec and other processes share:
 * `one-of-two-servers.ts URL PREFIX FOLDER`. Prints `serving URL`, and for each SIGUSR2, once its views have come to the
 * log's head, a line `stands {…}` with all in which two processes must agree.
 */
async function main([url = '', prefix = '', directory = '']: string[]): Promise<void> {
  const server = await openEventStoreDb({ url, index: await countedIndex(url) });
  const store = new CountingEventStore(await FreshLog.over(server, prefix));
  const views = new SqliteViewStore(join(directory, 'views.db'));
  const blobs = await FileBlobStore.open(join(directory, 'blobs'));
  const folder = inlineFolder(store, registry);
  const network = await runNetwork({
    ...{ store, views, blobs, folder, jobs: new InlineJobs(), clock: new SystemClock() },
  });
  const running = await runServer(networkOf(network), readConfig({ DATA_DIR: directory, PORT: '0' }), {
    modules: [ReadsModule.over(network, { cursorKey: cursorKeyIn(directory) })],
    rate: { points: 1e9, seconds: 60 },
    log: pino({ level: 'error' }, pino.destination(2)),
  });
  const tell = async (): Promise<void> => {
    await network.reactions.settle();
    const { sequence } = await store.head();
    const all = registry.views.map(({ view }) => view);
    await network.projections.waitFor(all, sequence, 60_000);
    const digests = await network.projections.digests();
    const { appends, conflicts } = store;
    console.log(`stands ${JSON.stringify({ sequence, digests, tree: server.tree(), appends, conflicts })}`);
  };
  process.on('SIGUSR2', () => void tell());
  console.log(`serving ${running.url}`);
}

void main(process.argv.slice(2));
