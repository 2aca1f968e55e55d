import { assert } from '#kernel/assert/assert';
import { Appender } from '#platform/event-store/eventstoredb/appender';
import { Connection } from '#platform/event-store/eventstoredb/connection';
import { pause } from '#platform/event-store/eventstoredb/deadline';
import { LogCount } from '#platform/event-store/eventstoredb/log-count';
import { LogReader } from '#platform/event-store/eventstoredb/log-reader';
import type { Patience } from '#platform/event-store/eventstoredb/settings';
import { PATIENCE } from '#platform/event-store/eventstoredb/settings';
import { Standstill } from '#platform/event-store/eventstoredb/standstill';
import { StreamReader } from '#platform/event-store/eventstoredb/stream-reader';
import type { TailStatus } from '#platform/event-store/eventstoredb/tail';
import { Tail } from '#platform/event-store/eventstoredb/tail';
import { headPosition } from '#platform/event-store/eventstoredb/head-watch';
import type { LogIndex } from '#platform/event-store/log-index/log-index';
import { assertAppendable } from '#platform/event-store/port/append-limits';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

export interface EventStoreDbOptions {
  /** The connection string, as the server's documentation has it; never with throwOnAppendFailure=false. */
  readonly url: string;
  /** Where the count is put down. Closed with the store. */
  readonly index: LogIndex;
  readonly patience?: Partial<Patience>;
  /** Called once when the count cannot go on: events were changed or removed. Default: a line on stderr and exit code 3. */
  readonly onFatal?: (why: string) => void;
}

/** Opens the log of a cluster, once it is reachable and counted to its end. Rejects when nothing moves for `openMs`. */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
  const { url, index, onFatal = exitAtOnce } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const connection = new Connection(url, patience);
  const store = new EventStoreDbEventStore(connection, await LogCount.resume(index), index, patience, onFatal);
  try {
    await store.ready(patience.openMs);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

const OPEN_AGAIN_MS = 250;

/** The log in EventStoreDB or KurrentDB, with the tail on which its order is counted. */
export class EventStoreDbEventStore extends EventStore {
  private readonly tail: Tail;
  private readonly appender: Appender;
  private readonly log: LogReader;
  private readonly streams: StreamReader;
  private readonly listeners = new Set<() => void>();
  private isWaking = false;
  private closed = false;

  /** @internal Use `openEventStoreDb`. */
  constructor(
    private readonly connection: Connection,
    private readonly count: LogCount,
    private readonly index: LogIndex,
    patience: Patience,
    onFatal: (why: string) => void,
  ) {
    super();
    this.tail = new Tail({ connection, count, index, patience, onFatal, onCounted: () => this.wakeAll() });
    this.log = new LogReader(connection, count, this.tail, index);
    this.streams = new StreamReader(connection, count, this.tail, () => this.log.head());
    this.appender = new Appender(connection, count, this.tail, this.streams);
    this.tail.start();
  }

  /**
   * Resolves when the server answers and the tail has counted up to its end. A long log is counted for minutes: only a
   * count that stands still for `ms` is given up.
   */
  async ready(ms: number): Promise<void> {
    const patience = new Standstill(ms, this.tail.place);
    for (;;) {
      try {
        const head = await headPosition(this.connection);
        // Right after an election for a moment; for good, when an older log was restored.
        if (head < this.tail.place) throw new StoreUnavailable('its log is shorter than what was counted before');
        await this.tail.reached(head, patience.leftMs(this.tail.place));
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || this.tail.status().state === 'stopped') throw error;
        if (patience.leftMs(this.tail.place) === 0)
          throw new StoreUnavailable(`EventStoreDB cannot be reached: ${error.message}`);
        await pause(OPEN_AGAIN_MS);
      }
    }
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    assert(!this.closed, 'the event store is closed');
    assertAppendable(stream, expected, events);
    return this.appender.append(stream, expected, events);
  }

  readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    return this.streams.readStream(stream, from);
  }

  readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    return this.log.readAll(after, types);
  }

  head(): Promise<Checkpoint> {
    return this.log.head();
  }

  checkpointAt(sequence: number): Promise<Checkpoint> {
    return this.log.checkpointAt(sequence);
  }

  onAppended(wake: () => void): () => void {
    this.listeners.add(wake);
    return () => this.listeners.delete(wake);
  }

  /** For health: whether the tail follows the log, and what is wrong when it does not. */
  status(): TailStatus {
    return this.tail.status();
  }

  override trouble(): string | undefined {
    return this.tail.status().trouble ?? this.appender.trouble();
  }

  /** What is not as it should be about who may do what to the log; complete when it was counted from its first event. */
  concernsAboutRights(user: string): readonly string[] {
    return this.tail.rights.concerns(user);
  }

  /** Size and root of the tree over everything counted so far: two processes, and any later count, must agree. */
  tree(): { readonly size: number; readonly root: string } {
    return this.count.tree;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.appender.idle();
    await this.tail.stop();
    await this.connection.close();
    await this.index.close();
  }

  /** Once for all events that came in one go. */
  private wakeAll(): void {
    if (this.isWaking) return;
    this.isWaking = true;
    setImmediate(() => {
      this.isWaking = false;
      for (const wake of this.listeners) wake();
    });
  }
}

function exitAtOnce(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exit(3);
}
