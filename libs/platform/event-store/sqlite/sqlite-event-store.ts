import { assert } from '#kernel/assert/assert';
import { assertAppendable } from '#platform/event-store/port/append-limits';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore } from '#platform/event-store/port/event-store';
import { RecentEvents } from '#platform/event-store/port/recent-events';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';
import type { OpenDatabase } from '#platform/event-store/sqlite/database';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import type { OnFatal } from '#platform/event-store/sqlite/group-commit';
import { GroupCommit } from '#platform/event-store/sqlite/group-commit';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import type { LogWriter } from '#platform/event-store/sqlite/log-writer';
import type { WriterThread } from '#platform/event-store/sqlite/thread-writer';
import { ThreadWriter } from '#platform/event-store/sqlite/thread-writer';
import { WriterHere } from '#platform/event-store/sqlite/writer-here';
import { takeWriterLock } from '#platform/event-store/sqlite/writer-lock';
import { availableParallelism } from 'node:os';

export interface SqliteEventStoreOptions {
  /** DATA_DIR; made when missing. On a local disk: the locks of network file systems are not to be trusted. */
  readonly directory: string;
  /** Called once when the disk fails. Default: a line on stderr and exit code 3. */
  readonly onFatal?: OnFatal;
  /** How connections are made on this thread; for specs that choose the driver or plant a fault. */
  readonly open?: OpenDatabase;
  /** The thread that writes; absent: this one. A server has one, so that a slow disk holds up no reader. */
  readonly thread?: WriterThread | undefined;
}

/**
 * Opens the log of a data folder for writing, as its only writer.
 * Throws `WriterLockHeld` when another process has it, and in plain words when SQLite is absent or too old.
 */
export async function openSqliteEventStore(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
  const { directory, onFatal = exitAtOnce, open = openDatabase, thread } = options;
  const lock = takeWriterLock(directory, open);
  const isAside = thread !== undefined && availableParallelism() > 1;
  let writer: LogWriter | undefined;
  try {
    writer = thread === undefined ? WriterHere.open(directory, open) : await ThreadWriter.start(directory, thread);
    return new SqliteEventStore(writer, openSqliteReader(directory, open), lock, onFatal, isAside);
  } catch (error) {
    try {
      await writer?.close();
    } finally {
      lock.release();
    }
    throw error;
  }
}

/**
 * Four full batches. Whoever follows the log is hardly ever further behind, and the file is near; what lives longer than
 * that is copied about by the collector, which took a tenth of all commands' time with thousands of events.
 */
const EVENTS_IN_MEMORY = 256;

/** The embedded log: one file, one write connection, one connection that reads. */
export class SqliteEventStore extends EventStore {
  private readonly commits: GroupCommit;
  private readonly listeners = new Set<() => void>();
  /** Told by each commit, for this process is the only writer; undefined when it has to be looked up. */
  private known: Checkpoint | undefined;
  /** Whoever follows the log reads each event from here: two dozen readers would each ask the file for it. */
  private recent = new RecentEvents(EVENTS_IN_MEMORY);
  private closed = false;

  /** @internal Use `openSqliteEventStore`. */
  constructor(
    private readonly writer: LogWriter,
    private readonly reader: EventReader,
    private readonly lock: { release(): void },
    onFatal: OnFatal,
    private readonly isWrittenAside: boolean,
  ) {
    super();
    const after = {
      committed: (events: readonly LoggedEvent[]) => this.committed(events),
      unsure: () => this.forget(),
    };
    this.commits = new GroupCommit(writer, after, onFatal);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    assert(!this.closed, 'the event store is closed');
    assertAppendable(stream, expected, events);
    return this.commits.append({ stream, expected, events });
  }

  readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    return this.reader.readStream(stream, from);
  }

  async *readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    const recent = this.recent.between(after.sequence, Infinity);
    if (recent === undefined) yield* this.reader.readAll(after, types);
    else for (const logged of recent) if (types?.includes(logged.event.type) ?? true) yield logged;
  }

  async head(): Promise<Checkpoint> {
    return (this.known ??= await this.reader.head());
  }

  checkpointAt(sequence: number): Promise<Checkpoint> {
    return this.reader.checkpointAt(sequence);
  }

  override get isOnlyWriter(): boolean {
    return true;
  }

  /** Half as many where another core can write: it has one half on the way while this one decides the other. */
  override get groupSize(): number {
    return this.isWrittenAside ? super.groupSize / 2 : super.groupSize;
  }

  onAppended(wake: () => void): () => void {
    this.listeners.add(wake);
    return () => this.listeners.delete(wake);
  }

  /** Answers what is waiting, then lets go of the files. The last connection to close empties the WAL into log.db. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.commits.settled();
    await this.reader.close();
    await this.writer.close().finally(() => this.lock.release());
  }

  private committed(events: readonly LoggedEvent[]): void {
    for (const logged of events) this.recent.add(logged);
    this.known = events.at(-1)?.checkpoint;
    this.wakeAll();
  }

  /** An append that failed may have been written all the same: what is in memory need not be the log's end. */
  private forget(): void {
    this.recent = new RecentEvents(EVENTS_IN_MEMORY);
    this.known = undefined;
  }

  /** Apart from the commit, so that a listener that throws cannot be mistaken for a failed append. */
  private wakeAll(): void {
    for (const wake of this.listeners) queueMicrotask(wake);
  }
}

function exitAtOnce(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exit(3);
}
