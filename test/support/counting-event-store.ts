import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore } from '#platform/event-store/port/event-store';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

/** A store that counts what is asked of it. */
export class CountingEventStore extends EventStore {
  appends = 0;
  conflicts = 0;
  /** Streams read from their first event, the events that this gave, and the time it took. */
  folds = 0;
  foldedEvents = 0;
  foldMs = 0;

  constructor(private readonly inner: EventStore) {
    super();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.appends += 1;
    const result = await this.inner.append(stream, expected, events);
    if (result.kind === 'conflict') this.conflicts += 1;
    return result;
  }

  async *readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    if (from > 0) {
      yield* this.inner.readStream(stream, from);
      return;
    }
    const began = performance.now();
    this.folds += 1;
    for await (const event of this.inner.readStream(stream, from)) {
      this.foldedEvents += 1;
      yield event;
    }
    this.foldMs += performance.now() - began;
  }

  readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    return this.inner.readAll(after, types);
  }

  head(): Promise<Checkpoint> {
    return this.inner.head();
  }

  checkpointAt(sequence: number): Promise<Checkpoint> {
    return this.inner.checkpointAt(sequence);
  }

  onAppended(wake: () => void): () => void {
    return this.inner.onAppended(wake);
  }

  override trouble(): string | undefined {
    return this.inner.trouble();
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
