import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { FileBlobStore } from '#platform/blobs/files/file-blob-store';
import type { TailStatus } from '#platform/event-store/eventstoredb/tail';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import type { BlobStore } from '#platform/blobs/port/blob-store';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { takeWriterLock } from '#platform/event-store/sqlite/writer-lock';
import { SqliteLogIndex } from '#platform/event-store/log-index/sqlite-log-index';
import type { Network } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import { runNetwork } from '#platform/profiles/run-network';
import { InlineFolder } from '#platform/runtime/as-of/folder';
import type { Clock } from '#platform/runtime/clock';
import { SystemClock } from '#platform/runtime/clock';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { join } from 'node:path';

export interface ClusterOptions {
  /** EVENTSTORE_URL. */
  readonly eventStoreUrl: string;
  /** This process's own folder: `log-index.db` and `views.db` (both disposable), `blobs/`. */
  readonly directory: string;
  readonly clock?: Clock;
  /** Waited for before every projection batch; a test lags the views with it. */
  readonly delay?: () => Promise<void>;
  /** Manual: nothing reacts by itself, only when `reactions.settle()` is called. */
  readonly reactions?: 'live' | 'manual';
}

/** A network on a cluster: what health and the auditors ask of its log beside what every network has. */
export interface ClusterNetwork extends Network {
  readonly logStatus: () => TailStatus;
  /** Size and root of the tree as this process counted it. */
  readonly logTree: () => { readonly size: number; readonly root: string };
}

/**
 * The network on EventStoreDB; any number of processes may run on one log, each with a folder and views of its own. Rejects
 * with `WriterLockHeld` when another process has the folder, and when the log cannot be reached within a minute.
 */
export async function openCluster(options: ClusterOptions): Promise<ClusterNetwork> {
  const { directory } = options;
  // First, for it makes the folder.
  const blobs = await FileBlobStore.open(join(directory, 'blobs'));
  // Its views have one writer, as in the embedded profile.
  const lock = takeWriterLock(directory, openDatabase);
  try {
    const network = await openLocked(options, blobs);
    const close = (): Promise<void> => network.close().finally(() => lock.release());
    return { ...network, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked(options: ClusterOptions, blobs: BlobStore): Promise<ClusterNetwork> {
  const { eventStoreUrl: url, directory, clock = new SystemClock(), delay, reactions = 'live' } = options;
  const store = await openEventStoreDb({ url, index: SqliteLogIndex.open(join(directory, 'log-index.db')) });
  const views = new SqliteViewStore(join(directory, 'views.db'));
  const folder = new InlineFolder(store, registry, () => new MemoryViewStore({ unchecked: true }));
  const lag = delay === undefined ? {} : { delay };
  const network = await runNetwork({ store, views, blobs, jobs: new InlineJobs(), folder, clock, reactions, ...lag });
  return { ...network, logStatus: () => store.status(), logTree: () => store.tree() };
}
