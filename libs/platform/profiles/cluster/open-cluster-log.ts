import type { EventStoreDbEventStore } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import { userIn } from '#platform/event-store/eventstoredb/settings';

/** The log of a cluster with nothing else running; counted anew from its first event. Rejects when it is out of reach. */
export const openClusterLog = (url: string): Promise<EventStoreDbEventStore> =>
  openEventStoreDb({ url, index: new MemoryLogIndex() });

/** What is not as it should be about who may do what to that log; undefined for a server without users. */
export function concernsAboutRights(log: EventStoreDbEventStore, url: string): readonly string[] | undefined {
  const { username } = userIn(url);
  return username === '' ? undefined : log.concernsAboutRights(username);
}

/** A connection string without user and password, to be shown. */
export const shownUrl = (url: string): string => url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
