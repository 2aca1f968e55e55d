import { InvariantBroken } from '#kernel/assert/assert';
import type { Connection } from '#platform/event-store/eventstoredb/connection';
import { failureOf } from '#platform/event-store/eventstoredb/failure';
import type { LogCount } from '#platform/event-store/eventstoredb/log-count';
import type { StreamReader } from '#platform/event-store/eventstoredb/stream-reader';
import type { Tail } from '#platform/event-store/eventstoredb/tail';
import { toWire } from '#platform/event-store/eventstoredb/wire-event';
import type { AppendResult, ExpectedRevision } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';
import type { AppendResult as Acknowledged } from '@eventstore/db-client';

/** As long as a load balancer takes to notice. */
const DENIED_MS = 30_000;

/** Appends, and says what became of it in the port's words. */
export class Appender {
  private readonly queues = new Map<string, Promise<unknown>>();
  private denial: { readonly why: string; readonly at: number } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly count: LogCount,
    private readonly tail: Tail,
    private readonly streams: StreamReader,
  ) {}

  /** Appends of one stream are sent one after the other: each is a call of its own, and calls may overtake each other. */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const wire = events.map(toWire);
    const before = this.queues.get(stream) ?? Promise.resolve();
    const result = before.then(() => this.send(stream, expected, events, wire));
    const settled = result.then(nothing, nothing).then(() => {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    });
    this.queues.set(stream, settled);
    return result;
  }

  /** That this user may not write, which reading does not show. Not for long: where nobody tries, nobody would take it back. */
  trouble(): string | undefined {
    const { why, at } = this.denial ?? { why: undefined, at: -Infinity };
    return performance.now() - at < DENIED_MS ? why : undefined;
  }

  /** Resolves when everything sent was answered. */
  async idle(): Promise<void> {
    await Promise.all(this.queues.values());
  }

  private async send(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    wire: ReturnType<typeof toWire>[],
  ): Promise<AppendResult> {
    try {
      const acknowledged = await this.connection.append(stream, expected, wire);
      this.denial = undefined;
      return await this.acknowledged(acknowledged, stream, expected, events);
    } catch (error) {
      if (error instanceof InvariantBroken) throw error;
      const failure = failureOf(error);
      if (failure.kind === 'refused')
        throw new InvariantBroken(`the log refuses an append: ${failure.why}`, { stream });
      if (failure.kind === 'denied') {
        const why = `the log refuses this user: ${failure.why}`;
        this.denial = { why, at: performance.now() };
        throw new StoreUnavailable(why);
      }
      return failure;
    }
  }

  /**
   * Durable; now its place in the log's order. The server also says "done" when these ids already stand at this revision,
   * without looking at the rest: then another process decided the same command, and its bytes are what counts.
   */
  private async acknowledged(
    { position }: Acknowledged,
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    const lastRevision = expected + events.length;
    const lastSequence = position === undefined ? undefined : await this.sequenceAt(Number(position.commit));
    const stored =
      (lastSequence === undefined ? undefined : this.recent(lastSequence, events.length)) ??
      (await this.readBack(stream, expected + 1, events.length));
    const isOurs = events.every((event, index) => isSame(event, stored[index]));
    if (!isOurs) return { kind: 'conflict', actualRevision: lastRevision };
    return { kind: 'ok', lastSequence: stored.at(-1)?.sequence ?? -1, lastRevision };
  }

  private async sequenceAt(position: number): Promise<number | undefined> {
    await this.tail.reached(position);
    return this.count.positions.sequenceAt(position);
  }

  private recent(last: number, count: number): readonly StoredEvent[] | undefined {
    return this.tail.recent.between(last - count, last)?.map(({ event }) => event);
  }

  private async readBack(stream: string, from: number, count: number): Promise<StoredEvent[]> {
    const stored: StoredEvent[] = [];
    for await (const event of this.streams.readStream(stream, from)) {
      stored.push(event);
      if (stored.length === count) break;
    }
    return stored;
  }
}

function isSame(sent: EventToAppend, stored: StoredEvent | undefined): boolean {
  return (
    stored !== undefined &&
    sent.id === stored.id &&
    sent.type === stored.type &&
    sent.version === stored.version &&
    sent.recordedAt === stored.recordedAt &&
    sent.data === stored.data &&
    sent.metadata === stored.metadata
  );
}

const nothing = (): void => undefined;
