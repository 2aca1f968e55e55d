import type { Instant } from '#kernel/time/instant';

/** Every so many events the state of the count is put down. */
export const INDEX_EVERY = 1_000;

/**
 * Where the count of the log stands after `INDEX_EVERY` more events: the event `sequence` is the last one counted. It
 * follows from the log alone, so every process that counts writes the same.
 */
export interface LogIndexEntry {
  /** 999, 1,999, … */
  readonly sequence: number;
  readonly knownAt: Instant;
  /** Roots of the complete subtrees of the RFC 6962 tree over the events so far, largest first, hexadecimal. */
  readonly frontier: readonly string[];
  /** The server's positions of the last `INDEX_EVERY` events, in order: by them a position is told as a sequence. */
  readonly positions: readonly number[];
}

/** Two counts of one log came to different results: the log was changed, or one of them is wrong. The process must end. */
export class LogIndexContradiction extends Error {
  constructor(sequence: number) {
    super(
      `the count of the log at event ${sequence} is not what was put down before: ` +
        'events were deleted, scavenged or changed on the server, or this index belongs to another log',
    );
    this.name = 'LogIndexContradiction';
  }
}

/** Keeps the entries, so that a process that starts need not count the log from its first event. Disposable. */
export abstract class LogIndex {
  /** Keeps an entry; the same again changes nothing. Rejects with `LogIndexContradiction` where another stands. */
  abstract put(entry: LogIndexEntry): Promise<void>;

  /** The entry whose last event is `sequence`. */
  abstract at(sequence: number): Promise<LogIndexEntry | undefined>;

  /** The entry that reaches furthest. */
  abstract last(): Promise<LogIndexEntry | undefined>;

  /** The position of each entry's last event, in order. */
  abstract borders(): Promise<readonly number[]>;

  abstract close(): Promise<void>;
}
