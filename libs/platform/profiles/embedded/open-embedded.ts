import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { FileBlobStore } from '#platform/blobs/files/file-blob-store';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { WriterThread } from '#platform/event-store/sqlite/thread-writer';
import { builtWriterThread } from '#platform/event-store/sqlite/thread-writer';
import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import type { Network } from '#platform/profiles/network';
import { runNetwork } from '#platform/profiles/run-network';
import type { Clock } from '#platform/runtime/clock';
import { SystemClock } from '#platform/runtime/clock';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { join } from 'node:path';

export interface EmbeddedOptions {
  /** DATA_DIR: `log.db` (the truth), `views.db` (disposable), `blobs/`, `keys/`. */
  readonly directory: string;
  readonly clock?: Clock;
  /** Waited for before every projection batch; a test lags the views with it. */
  readonly delay?: () => Promise<void>;
  /** Manual: nothing reacts by itself, only when `reactions.settle()` is called. */
  readonly reactions?: 'live' | 'manual';
  /** For programs that run from source: how the folding thread is started. */
  readonly folder?: { readonly script: string; readonly execArgv: readonly string[] };
  /** The same of the thread that writes the log. */
  readonly writer?: WriterThread;
}

/**
 * The whole network in one process on SQLite, as the folder's only writer.
 * Throws `WriterLockHeld` when another process has the folder.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Network> {
  const {
    directory,
    clock = new SystemClock(),
    delay,
    reactions = 'live',
    folder = {},
    writer = builtWriterThread(),
  } = options;
  const store = await openSqliteEventStore({ directory, thread: writer });
  const views = new SqliteViewStore(join(directory, 'views.db'));
  const blobs = await FileBlobStore.open(join(directory, 'blobs'));
  const worker = new WorkerFolder({ directory, ...folder });
  const lag = delay === undefined ? {} : { delay };
  const network = await runNetwork({
    ...{ store, views, blobs, jobs: new InlineJobs(), folder: worker, clock, reactions },
    ...lag,
  });
  dropLeftovers(network);
  return network;
}

/** In its own time: views.db is this process's alone, and what an earlier release kept in it only takes room. */
function dropLeftovers({ projections, reactions }: Network): void {
  // Closed before it was done, or out of reach: the next start tries again.
  projections.dropLeftovers(reactions.markers).catch(() => undefined);
}
