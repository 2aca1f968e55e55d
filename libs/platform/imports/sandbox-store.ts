import { laterOf } from '#kernel/time/instant';
import { assertAppendable } from '#platform/event-store/port/append-limits';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore, NO_STREAM } from '#platform/event-store/port/event-store';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

/**
 * A log up to a checkpoint, and behind it what is appended here: read like any log, written nowhere. Commands that are
 * decided on it are decided as they would be on the log itself, each on what the ones before it did.
 */
export class SandboxStore extends EventStore {
  private readonly added: LoggedEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();

  constructor(
    private readonly log: EventReader,
    private readonly end: Checkpoint,
  ) {
    super();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    assertAppendable(stream, expected, events);
    const actualRevision = await this.revisionOf(stream, expected);
    if (actualRevision !== expected) return { kind: 'conflict', actualRevision };
    const own = this.streams.get(stream) ?? [];
    this.streams.set(stream, own);
    for (const event of events) {
      const { sequence, knownAt } = this.last();
      const added = { ...event, stream, sequence: sequence + 1, revision: expected + 1 + events.indexOf(event) };
      own.push(added);
      const known = knownAt === null ? event.recordedAt : laterOf(knownAt, event.recordedAt);
      this.added.push({ event: added, checkpoint: { sequence: sequence + 1, knownAt: known, cursor: '' } });
    }
    return { kind: 'ok', lastSequence: this.last().sequence, lastRevision: expected + events.length };
  }

  async *readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    for await (const event of this.log.readStream(stream, from)) {
      if (event.sequence > this.end.sequence) break;
      yield event;
    }
    yield* (this.streams.get(stream) ?? []).filter(({ revision }) => revision >= from);
  }

  async *readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    if (after.sequence < this.end.sequence) {
      for await (const logged of this.log.readAll(after, types)) {
        if (logged.event.sequence > this.end.sequence) break;
        yield logged;
      }
    }
    for (const logged of this.added.slice(Math.max(0, after.sequence - this.end.sequence))) {
      if (types === undefined || types.includes(logged.event.type)) yield logged;
    }
  }

  head(): Promise<Checkpoint> {
    return Promise.resolve(this.last());
  }

  checkpointAt(sequence: number): Promise<Checkpoint> {
    const own = this.added[sequence - this.end.sequence - 1];
    return own === undefined ? this.log.checkpointAt(sequence) : Promise.resolve(own.checkpoint);
  }

  /** Whoever writes here reads on by itself. */
  onAppended(): () => void {
    return () => undefined;
  }

  /** The log is somebody else's to close. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private last(): Checkpoint {
    return this.added.at(-1)?.checkpoint ?? this.end;
  }

  private async revisionOf(stream: string, expected: ExpectedRevision): Promise<ExpectedRevision> {
    const own = this.streams.get(stream)?.at(-1);
    if (own !== undefined) return own.revision;
    let last = NO_STREAM;
    for await (const { revision } of this.readStream(stream, Math.max(0, expected))) last = revision;
    return last;
  }
}
