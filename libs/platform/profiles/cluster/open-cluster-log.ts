import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import type { EventStore } from '#platform/event-store/port/event-store';

/** The log of a cluster with nothing else running; counted anew from its first event. Rejects when it is out of reach. */
export const openClusterLog = (url: string): Promise<EventStore> =>
  openEventStoreDb({ url, index: new MemoryLogIndex() });

/** A connection string without user and password, to be shown. */
export const shownUrl = (url: string): string => url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
