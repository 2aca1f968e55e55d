import type { StoredEvent } from '#platform/event-store/port/stored-event';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Registry } from '#platform/runtime/as-of/fold-view';
import type { LogAtHand } from '#platform/runtime/as-of/history/history-sources';
import { IndexedFolder } from '#platform/runtime/as-of/history/indexed-folder';
import type { InlineFolder } from '#platform/runtime/as-of/folder';
import type { Timers } from '#platform/runtime/timers';
import type { ViewHistory } from '#platform/view-store/port/view-history';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { inlineFolder } from './inline-folder';
import { ManualTimers } from './manual-timers';

interface Indexed {
  readonly history?: ViewHistory;
  readonly timers?: Timers;
  readonly inline?: InlineFolder;
}

/** Answers from a history index on this thread; in memory and under timers that stand still, but for what is given. */
export const indexedFolder = (log: LogAtHand, registry: Registry, given: Indexed = {}): IndexedFolder => {
  const { history = new SqliteViewHistory(':memory:'), timers = new ManualTimers(), inline } = given;
  return new IndexedFolder({ log, registry, history, timers, inline: inline ?? inlineFolder(log, registry) });
};

/** Any log at hand: every event that was read in order can be had again by its sequence. */
export function atHand(log: Pick<EventReader, 'readAll' | 'head' | 'checkpointAt'>): LogAtHand {
  const events = new Map<number, StoredEvent>();
  return {
    head: () => log.head(),
    checkpointAt: (sequence) => log.checkpointAt(sequence),
    async *readAll(after, types) {
      for await (const logged of log.readAll(after, types)) {
        events.set(logged.event.sequence, logged.event);
        yield logged;
      }
    },
    together: (work) => work(),
    eventAt: (sequence) => {
      const event = events.get(sequence);
      if (event === undefined) throw new Error(`event ${sequence} was never read`);
      return event;
    },
  };
}
