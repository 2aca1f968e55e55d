import { assert } from '#kernel/assert/assert';
import { assertAppendable } from '#platform/event-store/port/append-limits';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore } from '#platform/event-store/port/event-store';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';
import type { Database, OpenDatabase } from '#platform/event-store/sqlite/database';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import type { OnFatal } from '#platform/event-store/sqlite/group-commit';
import { GroupCommit } from '#platform/event-store/sqlite/group-commit';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { createPrivately, logPath, prepareForWriting } from '#platform/event-store/sqlite/schema';
import { takeWriterLock } from '#platform/event-store/sqlite/writer-lock';

export interface SqliteEventStoreOptions {
  /** DATA_DIR; made when missing. On a local disk: the locks of network file systems are not to be trusted. */
  readonly directory: string;
  /** Called once when the disk fails. Default: a line on stderr and exit code 3. */
  readonly onFatal?: OnFatal;
  /** How connections are made; for specs that choose the driver or plant a fault. */
  readonly open?: OpenDatabase;
}

/**
 * Opens the log of a data folder for writing, as its only writer.
 * Throws `WriterLockHeld` when another process has it, and in plain words when SQLite is absent or too old.
 */
export async function openSqliteEventStore(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
  const { directory, onFatal = exitAtOnce, open = openDatabase } = options;
  const lock = takeWriterLock(directory, open);
  let writer: Database | undefined;
  try {
    createPrivately(directory, logPath(directory));
    writer = open(logPath(directory));
    prepareForWriting(writer);
    return new SqliteEventStore(writer, openSqliteReader(directory, open), lock, onFatal);
  } catch (error) {
    writer?.close();
    lock.release();
    throw error;
  }
}

/** The embedded log: one file, one write connection, one connection that reads. */
export class SqliteEventStore extends EventStore {
  private readonly commits: GroupCommit;
  private readonly listeners = new Set<() => void>();
  /** Read once after an append: this process is the only writer, and every request asks. */
  private known: Checkpoint | undefined;
  private closed = false;

  /** @internal Use `openSqliteEventStore`. */
  constructor(
    private readonly writer: Database,
    private readonly reader: EventReader,
    private readonly lock: { release(): void },
    onFatal: OnFatal,
  ) {
    super();
    this.commits = new GroupCommit(writer, () => this.wakeAll(), onFatal);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    assert(!this.closed, 'the event store is closed');
    assertAppendable(stream, expected, events);
    const result = await this.commits.append({ stream, expected, events });
    // Whatever the result: an "unknown" may have been written.
    this.known = undefined;
    return result;
  }

  readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    return this.reader.readStream(stream, from);
  }

  readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    return this.reader.readAll(after, types);
  }

  async head(): Promise<Checkpoint> {
    return (this.known ??= await this.reader.head());
  }

  checkpointAt(sequence: number): Promise<Checkpoint> {
    return this.reader.checkpointAt(sequence);
  }

  onAppended(wake: () => void): () => void {
    this.listeners.add(wake);
    return () => this.listeners.delete(wake);
  }

  /** Answers what is waiting, then lets go of the files. The last connection to close empties the WAL into log.db. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.commits.drain();
    await this.reader.close();
    this.writer.close();
    this.lock.release();
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
