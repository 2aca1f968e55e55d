import { assert, present } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import type { AppendResult, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import type { Failure } from '#platform/event-store/sqlite/failure';

/** An append as it waits for its transaction. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

/** What a transaction did: a result for each append, and the known time of each event that is now on the disk, in order. */
export interface Written {
  readonly results: readonly AppendResult[];
  readonly knownAt: readonly Instant[];
}

/** Whoever has the write connection: on this thread, or on one of its own. Asked for one thing at a time. */
export interface LogWriter {
  /**
   * Writes a group of appends in one transaction; resolves once it is on the disk. An append that finds its stream elsewhere
   * is answered as a conflict and leaves the others alone. Rejects with `WriteFailed`.
   */
  write(group: readonly Append[]): Promise<Written>;
  /** Copies the write-ahead log into log.db. Rejects with `WriteFailed`. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** What SQLite said no to, and as what it is taken. */
export class WriteFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.why);
    this.name = 'WriteFailed';
  }
}

/** The events of a group that were written, as they are read. */
export function eventsOf(group: readonly Append[], { results, knownAt }: Written): readonly LoggedEvent[] {
  const logged: LoggedEvent[] = [];
  for (const [i, { stream, events }] of group.entries()) {
    const result = present(results[i], 'the result of an append');
    if (result.kind !== 'ok') continue;
    for (const [n, { id, type, version, recordedAt, data, metadata }] of events.entries()) {
      const behind = events.length - 1 - n;
      const sequence = result.lastSequence - behind;
      const revision = result.lastRevision - behind;
      const event = { sequence, stream, revision, id, type, version, recordedAt, data, metadata };
      const known = present(knownAt[logged.length], 'the known time of an event');
      logged.push({ event, checkpoint: { sequence, knownAt: known, cursor: String(sequence) } });
    }
  }
  assert(logged.length === knownAt.length, 'every event that was written belongs to an append');
  return logged;
}
