import type { EventStore } from '#platform/event-store/port/event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { canonicalEvent } from '#platform/event-store/port/stored-event';
import type { EventQuery } from './event-query';

type Wanted = Pick<EventQuery, 'after' | 'stream' | 'type'>;

/** Reads the log for auditors: events in order, from any sequence on, as they are stored. */
export class EventPages {
  constructor(private readonly store: EventStore) {}

  async head(): Promise<number> {
    return (await this.store.head()).sequence;
  }

  /** The events after a sequence up to the log's end of this moment. */
  async *events({ after, stream, type }: Wanted): AsyncGenerator<StoredEvent> {
    if (stream === undefined) {
      if (after >= (await this.head())) return;
      const from = await this.store.checkpointAt(after);
      for await (const { event } of this.store.readAll(from, type === undefined ? undefined : [type])) yield event;
      return;
    }
    for await (const event of this.store.readStream(stream, await this.firstRevision(stream, after))) {
      if (type === undefined || event.type === type) yield event;
    }
  }

  /** Where a stream goes on after a sequence. Its revisions rise with the sequence, so the place is found by halving. */
  private async firstRevision(stream: string, after: number): Promise<number> {
    // A stream has no more events than the log, so none of its events up to `after` has a greater revision.
    let [low, high] = [0, after + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const event = await this.eventAt(stream, middle);
      if (event === undefined || event.sequence > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private async eventAt(stream: string, revision: number): Promise<StoredEvent | undefined> {
    for await (const event of this.store.readStream(stream, revision)) return event;
    return undefined;
  }
}

/** An event as its canonical members (RFC 8785 texts, byte for byte) and its sequence. */
export function eventText(event: StoredEvent): string {
  return `${canonicalEvent(event).slice(0, -1)},"sequence":${event.sequence}}`;
}
