import type { EventStore } from '#platform/event-store/port/event-store';
import type { Place } from '#platform/profiles/place';

/**
 * The log of a network with nothing running on it, to be written by an import. Rejects with `WriterLockHeld` while a server
 * has the data folder.
 */
export async function openLogToWrite({ directory, eventStoreUrl }: Place): Promise<EventStore> {
  if (eventStoreUrl === undefined) {
    const { openSqliteEventStore } = await import('#platform/event-store/sqlite/sqlite-event-store');
    return openSqliteEventStore({ directory });
  }
  const { openClusterLog } = await import('#platform/profiles/cluster/open-cluster-log');
  return openClusterLog(eventStoreUrl);
}
