import { assert, present } from '#kernel/assert/assert';
import { laterOf } from '#kernel/time/instant';
import { assertAppendable } from '#platform/event-store/port/append-limits';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore, START } from '#platform/event-store/port/event-store';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

/** The port in its shortest form: what the other adapters are held against, and what specs run on. Keeps nothing. */
export class MemoryEventStore extends EventStore {
  private readonly log: LoggedEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly listeners = new Set<() => void>();
  private closed = false;

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    assert(!this.closed, 'the event store is closed');
    assertAppendable(stream, expected, events);
    const own = this.streams.get(stream) ?? [];
    if (own.length - 1 !== expected) return { kind: 'conflict', actualRevision: own.length - 1 };
    this.streams.set(stream, own);
    for (const { id, type, version, recordedAt, data, metadata } of events) {
      const place = { sequence: this.log.length, stream, revision: own.length };
      this.add(own, { id, type, version, recordedAt, data, metadata, ...place });
    }
    for (const wake of this.listeners) queueMicrotask(wake);
    return { kind: 'ok', lastSequence: this.log.length - 1, lastRevision: own.length - 1 };
  }

  private add(own: StoredEvent[], event: StoredEvent): void {
    const { sequence, recordedAt } = event;
    const before = this.log.at(-1)?.checkpoint.knownAt ?? recordedAt;
    own.push(event);
    this.log.push({ event, checkpoint: { sequence, knownAt: laterOf(before, recordedAt), cursor: String(sequence) } });
  }

  async *readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    yield* (this.streams.get(stream) ?? []).slice(from);
  }

  async *readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    for (const logged of this.log.slice(after.sequence + 1)) {
      if (types === undefined || types.includes(logged.event.type)) yield logged;
    }
  }

  async head(): Promise<Checkpoint> {
    return this.log.at(-1)?.checkpoint ?? START;
  }

  async checkpointAt(sequence: number): Promise<Checkpoint> {
    return sequence < 0 ? START : present(this.log[sequence], 'the event of a sequence').checkpoint;
  }

  override get isOnlyWriter(): boolean {
    return true;
  }

  onAppended(wake: () => void): () => void {
    this.listeners.add(wake);
    return () => this.listeners.delete(wake);
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
