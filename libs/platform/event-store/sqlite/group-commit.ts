import { assert } from '#kernel/assert/assert';
import { appendBytes } from '#platform/event-store/port/append-limits';
import type { AppendResult, LoggedEvent } from '#platform/event-store/port/event-store';
import type { Append } from '#platform/event-store/sqlite/append-statements';
import { AppendStatements } from '#platform/event-store/sqlite/append-statements';
import type { Database, Statement } from '#platform/event-store/sqlite/database';
import type { Failure } from '#platform/event-store/sqlite/failure';
import { failureOf } from '#platform/event-store/sqlite/failure';
import { PAGE_BYTES } from '#platform/event-store/sqlite/schema';

type Waiting = Append & { readonly answer: (result: AppendResult) => void };

/** Told of every transaction before anybody is answered: the events that are on the disk, or that it is not known. */
export interface AfterCommit {
  committed(events: readonly LoggedEvent[]): void;
  unsure(): void;
}

/** What the process does when its log can no longer be trusted to keep what it is told; it must end the process. */
export type OnFatal = (why: string) => void;

// One mailbox per stream has one append in flight, so this many waiting means that the disk has stopped answering.
const MAX_WAITING = 4_096;
const MAX_GROUP = 512;
/**
 * After about this much log the WAL is copied into log.db; by SQLite itself it would be done inside the COMMIT, before the
 * answers, and a failing fsync would be swallowed. From 4 to 128 MB made no difference to the append rate, so it is short:
 * that bounds what a start after a kill has to recover.
 */
const CHECKPOINT_EVERY_BYTES = 8 * 1024 * 1024;
// What a small commit costs the WAL beyond its events: a whole page of the table and one of the index.
const BYTES_PER_COMMIT = 2 * PAGE_BYTES;

/**
 * Group commit: appends that are asked for together share one transaction and one fsync. Nobody is answered before COMMIT
 * has returned. They are written when the microtasks have run dry, so when every stream whose batch is due has decided it:
 * all of this runs on one thread, where going back to the sockets in between only makes smaller groups.
 */
export class GroupCommit {
  private readonly statements: AppendStatements;
  private readonly checkpoint: Statement<unknown>;
  private waiting: Waiting[] = [];
  private scheduled = false;
  private bytesSinceCheckpoint = 0;
  private stopped: string | undefined;

  constructor(
    database: Database,
    private readonly after: AfterCommit,
    private readonly onFatal: OnFatal,
  ) {
    this.statements = new AppendStatements(database);
    this.checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  }

  append(append: Append): Promise<AppendResult> {
    // "Unknown" is what the caller can act on: it reads, finds nothing, tries again and in the end says 503.
    if (this.stopped !== undefined) return Promise.resolve({ kind: 'unknown', why: this.stopped });
    if (this.waiting.length >= MAX_WAITING) {
      return Promise.resolve({ kind: 'unknown', why: 'too many appends are waiting; this one was not written' });
    }
    return new Promise((answer) => {
      this.waiting.push({ answer, ...append });
      this.schedule();
    });
  }

  /** Writes what is waiting, now. */
  drain(): void {
    while (this.waiting.length > 0) this.commitGroup();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    process.nextTick(() => {
      this.scheduled = false;
      this.commitGroup();
      if (this.waiting.length > 0) this.schedule();
      this.checkpointIfDue();
    });
  }

  private commitGroup(): void {
    const group = this.waiting.slice(0, MAX_GROUP);
    this.waiting = this.waiting.slice(MAX_GROUP);
    const results = this.write(group);
    for (const [i, { answer }] of group.entries()) answer(results[i] ?? missing(i));
  }

  private write(group: readonly Waiting[]): readonly AppendResult[] {
    if (this.stopped !== undefined) return sameForAll(group, { kind: 'unknown', why: this.stopped });
    try {
      const { results, events } = this.statements.write(group);
      this.bytesSinceCheckpoint += BYTES_PER_COMMIT;
      for (const append of group) this.bytesSinceCheckpoint += appendBytes(append.events);
      if (events.length > 0) this.after.committed(events);
      return results;
    } catch (error) {
      this.after.unsure();
      const failure = failureOf(error);
      this.stopIfFatal(failure);
      return sameForAll(group, { kind: failure.kind === 'full' ? 'full' : 'unknown', why: failure.why });
    }
  }

  /** A full disk here costs nothing but a longer WAL; the next one tries again. */
  private checkpointIfDue(): void {
    if (this.stopped !== undefined || this.bytesSinceCheckpoint < CHECKPOINT_EVERY_BYTES) return;
    this.bytesSinceCheckpoint = 0;
    try {
      this.checkpoint.all();
    } catch (error) {
      this.stopIfFatal(failureOf(error));
    }
  }

  /**
   * After a failed fsync the kernel forgets which pages were not written, so trying again would "succeed": the process
   * must stop and read back what the disk really holds (G25).
   */
  private stopIfFatal({ kind, why }: Failure): void {
    if (kind !== 'io' && kind !== 'corrupt') return;
    this.stopped = `the log has stopped: ${why}`;
    this.onFatal(this.stopped);
  }
}

const sameForAll = (group: readonly Waiting[], result: AppendResult): AppendResult[] => group.map(() => result);

function missing(i: number): never {
  assert(false, 'an append of the group has no result', { i });
}
