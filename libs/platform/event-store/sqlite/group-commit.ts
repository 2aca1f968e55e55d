import { assert } from '#kernel/assert/assert';
import { appendBytes } from '#platform/event-store/port/append-limits';
import type { AppendResult, LoggedEvent } from '#platform/event-store/port/event-store';
import type { Failure } from '#platform/event-store/sqlite/failure';
import { failureOf } from '#platform/event-store/sqlite/failure';
import type { Append, LogWriter } from '#platform/event-store/sqlite/log-writer';
import { eventsOf, WriteFailed } from '#platform/event-store/sqlite/log-writer';
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
 * Group commit: what is asked for together, or while a group is being written, shares one transaction and one fsync. Nobody
 * is answered before COMMIT has returned. A group is taken when the microtasks have run dry, so when every stream whose
 * batch is due has decided it: going back to the sockets in between only made smaller groups.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private bytesSinceCheckpoint = 0;
  private stopped: string | undefined;

  constructor(
    private readonly writer: LogWriter,
    private readonly after: AfterCommit,
    private readonly onFatal: OnFatal,
  ) {}

  append(append: Append): Promise<AppendResult> {
    // "Unknown" is what the caller can act on: it reads, finds nothing, tries again and in the end says 503.
    if (this.stopped !== undefined) return Promise.resolve({ kind: 'unknown', why: this.stopped });
    if (this.waiting.length >= MAX_WAITING) {
      return Promise.resolve({ kind: 'unknown', why: 'too many appends are waiting; this one was not written' });
    }
    return new Promise((answer) => {
      this.waiting.push({ answer, ...append });
      this.running ??= this.run();
    });
  }

  /** Resolves when whatever waits is answered. */
  async settled(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await microtasksDone();
      const group = this.waiting.splice(0, MAX_GROUP);
      const results = await this.write(group);
      for (const [i, { answer }] of group.entries()) answer(results[i] ?? missing(i));
      await this.checkpointIfDue();
    }
    this.running = undefined;
  }

  private async write(group: readonly Waiting[]): Promise<readonly AppendResult[]> {
    if (this.stopped !== undefined) return sameForAll(group, { kind: 'unknown', why: this.stopped });
    try {
      const appends = group.map(({ stream, expected, events }): Append => ({ stream, expected, events }));
      const written = await this.writer.write(appends);
      this.bytesSinceCheckpoint += BYTES_PER_COMMIT;
      for (const { events } of group) this.bytesSinceCheckpoint += appendBytes(events);
      const events = eventsOf(group, written);
      if (events.length > 0) this.after.committed(events);
      return written.results;
    } catch (error) {
      const failure = failureIn(error);
      this.after.unsure();
      this.stopIfFatal(failure);
      return sameForAll(group, { kind: failure.kind === 'full' ? 'full' : 'unknown', why: failure.why });
    }
  }

  /** A full disk here costs nothing but a longer WAL; the next one tries again. */
  private async checkpointIfDue(): Promise<void> {
    if (this.stopped !== undefined || this.bytesSinceCheckpoint < CHECKPOINT_EVERY_BYTES) return;
    this.bytesSinceCheckpoint = 0;
    try {
      await this.writer.checkpoint();
    } catch (error) {
      this.stopIfFatal(failureIn(error));
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

/** A writer rejects with nothing else; another error is a bug, and it is not known what was written. */
const failureIn = (error: unknown): Failure => (error instanceof WriteFailed ? error.failure : failureOf(error));

/** Node runs what is due "next tick" when the microtasks have run dry, and before it looks at a socket again. */
function microtasksDone(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}
