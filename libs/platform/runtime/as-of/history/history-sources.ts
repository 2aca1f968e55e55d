import type { EventCatalogue } from '#kernel/decider/upcast';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import type { ViewHistory } from '#platform/view-store/port/view-history';

/** A log that gives up any of its events at once. */
export interface LogAtHand extends Pick<EventReader, 'readAll' | 'head' | 'checkpointAt'> {
  /** The event of a sequence that the log has. */
  eventAt(sequence: number): StoredEvent;
  /** Many such calls for less. `work` waits for nothing. */
  together<T>(work: () => T): T;
}

/** From what a history is made, and documents of an earlier moment with it. */
export interface HistorySources {
  readonly log: LogAtHand;
  readonly catalogue: EventCatalogue;
  readonly history: ViewHistory;
}
