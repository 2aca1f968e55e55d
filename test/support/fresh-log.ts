import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore, START } from '#platform/event-store/port/event-store';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';
import { randomUUID } from 'node:crypto';

const DAY_MS = 86_400_000;

/**
 * A log that others have written to, as if it were empty: specs that count from 0 then run on a server that nobody can
 * empty. Stream names get a prefix, sequences begin behind what was there, and times are moved past everything recorded
 * before, so that the known time is this test's own. Nothing else is touched.
 */
export class FreshLog extends EventStore {
  private constructor(
    private readonly inner: EventStore,
    private readonly origin: Checkpoint,
    private readonly prefix: string,
    private readonly shiftMs: number,
  ) {
    super();
  }

  /** Processes that share a log name the same `prefix`, and open it before any of them writes. */
  static async over(inner: EventStore, prefix: string = randomUUID()): Promise<FreshLog> {
    const origin = await inner.head();
    const latest = origin.knownAt === null ? 0 : Date.parse(origin.knownAt) - Date.UTC(2026, 0, 1);
    // Whole days behind whatever a spec may have recorded: years, if it looked into the future.
    const shiftMs = origin.knownAt === null ? 0 : (Math.ceil(Math.max(latest, 0) / DAY_MS) + 1) * DAY_MS;
    return new FreshLog(inner, origin, `${prefix}/`, shiftMs);
  }

  /** The same log through another connection. */
  onto(inner: EventStore): FreshLog {
    return new FreshLog(inner, this.origin, this.prefix, this.shiftMs);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const moved = events.map((event) => ({ ...event, recordedAt: this.moved(event.recordedAt, this.shiftMs) }));
    const result = await this.inner.append(stream.startsWith('$') ? stream : this.prefix + stream, expected, moved);
    if (result.kind !== 'ok') return result;
    return { ...result, lastSequence: result.lastSequence - this.before };
  }

  async *readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    for await (const event of this.inner.readStream(this.prefix + stream, from)) yield this.eventOf(event);
  }

  async *readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    for await (const { event, checkpoint } of this.inner.readAll(this.outer(after), types)) {
      if (!event.stream.startsWith(this.prefix)) throw new Error(`somebody else writes ${event.stream}`);
      yield { event: this.eventOf(event), checkpoint: this.checkpointOf(checkpoint) };
    }
  }

  async head(): Promise<Checkpoint> {
    return this.checkpointOf(await this.inner.head());
  }

  async checkpointAt(sequence: number): Promise<Checkpoint> {
    return this.checkpointOf(await this.inner.checkpointAt(sequence + this.before));
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

  private get before(): number {
    return this.origin.sequence + 1;
  }

  private eventOf({ stream, ...event }: StoredEvent): StoredEvent {
    const recordedAt = this.moved(event.recordedAt, -this.shiftMs);
    return { ...event, stream: stream.slice(this.prefix.length), sequence: event.sequence - this.before, recordedAt };
  }

  private checkpointOf({ sequence, knownAt, cursor }: Checkpoint): Checkpoint {
    if (sequence === this.origin.sequence || knownAt === null) return START;
    return { sequence: sequence - this.before, knownAt: this.moved(knownAt, -this.shiftMs), cursor };
  }

  private outer({ sequence, knownAt, cursor }: Checkpoint): Checkpoint {
    if (sequence === START.sequence || knownAt === null) return this.origin;
    return { sequence: sequence + this.before, knownAt: this.moved(knownAt, this.shiftMs), cursor };
  }

  private moved(at: Instant, ms: number): Instant {
    return instant(new Date(Date.parse(at) + ms).toISOString());
  }
}
