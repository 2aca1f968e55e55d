import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';
import type { Instant } from '#kernel/time/instant';

/** The revision that a writer last saw; `NO_STREAM` when it saw none. Always explicit: there is no "any". */
export type ExpectedRevision = number;
export const NO_STREAM: ExpectedRevision = -1;

/**
 * What became of an append.
 *  - ok: durable. `lastSequence` and `lastRevision` are of its last event.
 *  - conflict: nothing was written, the stream stands at `actualRevision`.
 *  - unknown: it may or may not have been written; only reading the stream from expected + 1 tells (G15).
 *  - full: nothing was written because the disk has no room (G25).
 */
export type AppendResult =
  | { readonly kind: 'ok'; readonly lastSequence: number; readonly lastRevision: number }
  | { readonly kind: 'conflict'; readonly actualRevision: number }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'full'; readonly why: string };

/** A place in the log to read on from. `cursor` is the store's own; `sequence` is −1 before the first event. */
export interface Checkpoint {
  readonly sequence: number;
  readonly knownAt: Instant | null;
  readonly cursor: string;
}

export const START: Checkpoint = { sequence: -1, knownAt: null, cursor: '' };

/** An event on the way through the whole log, with the checkpoint that stands right after it. */
export interface LoggedEvent {
  readonly event: StoredEvent;
  readonly checkpoint: Checkpoint;
}

/** The log. One contract suite (test/contracts/event-store) holds every adapter to this text. */
export abstract class EventStore {
  /**
   * Appends `events`, at least one and under `MAX_APPEND_BYTES`, to `stream` if its last revision is `expected`.
   * All of them or none. Never rejects for what the result can say.
   */
  abstract append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;

  /** The stream's events from revision `from` (inclusive) in order; ends at the stream's end of that moment. */
  abstract readStream(stream: string, from: number): AsyncIterable<StoredEvent>;

  /**
   * All events after `after` in sequence order; ends at the log's end of that moment. With `types`, only those types are
   * delivered (the sequence numbers then have gaps, the checkpoint still moves on).
   */
  abstract readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent>;

  /** The checkpoint of the last durable event: START when the log is empty. */
  abstract head(): Promise<Checkpoint>;

  /** The checkpoint right behind the event of a sequence that the log has; START for −1. */
  abstract checkpointAt(sequence: number): Promise<Checkpoint>;

  /** Calls `wake` after events became readable; a hint, possibly spurious, never the only source. Returns its own end. */
  abstract onAppended(wake: () => void): () => void;

  /** Whether nobody but this process can append: then what it has in hand is all that a stream can gain. */
  get isOnlyWriter(): boolean {
    return false;
  }

  /** Commands whose events are best appended together: a durable write for many, where none waits long for the others. */
  get groupSize(): number {
    return 64;
  }

  /** What somebody has to mend although the log still answers, in words for health; undefined when nothing is wrong. */
  trouble(): string | undefined {
    return undefined;
  }

  abstract close(): Promise<void>;
}

/** EventStoreDB's older servers refuse appends of 1 MiB and more; every store holds to it, so that a log can move. */
export const MAX_APPEND_BYTES = 1024 * 1024 - 1;
