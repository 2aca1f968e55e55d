import type { PartnerId } from '#kernel/ids/entity-id';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { FieldValue } from '#platform/view-store/port/compare';
import type { Queried } from '#platform/view-store/port/query-rows';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import type { Find } from '#platform/view-store/port/view-store';

/** What one event made of one document. */
export interface Touch {
  readonly key: string;
  readonly sequence: number;
  /** What the document may be asked by from this event on; null when the event deleted it. */
  readonly row: HistoryRow | null;
  /** The document itself as canonical JSON, for a key so often touched that folding all its events would take long. */
  readonly waypoint?: string;
}

export interface HistoryRow {
  readonly partnerId: PartnerId | null;
  /** In the order of `columnsOf(view)`. */
  readonly values: readonly FieldValue[];
}

/** How far one view's history gets with the events that were read: those that touched it, and all others between. */
export interface HistoryStep {
  readonly view: AnyView;
  readonly from: Checkpoint;
  readonly touches: readonly Touch[];
  readonly to: Checkpoint;
}

/** How a document is folded: from `base` (nothing, where it is undefined) through the events of `sequences` in order. */
export interface Trail {
  readonly base: object | undefined;
  readonly sequences: readonly number[];
}

/** The answer to a find, but for the documents. */
export interface Chosen extends Omit<Queried<object>, 'rows'> {
  readonly keys: readonly string[];
}

/** The history cannot be read or written at this moment, or had to be begun anew. Whoever asked folds the log instead. */
export class HistoryUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the history index cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'HistoryUnavailable';
  }
}

/**
 * Which documents a view had after each event, by which of their members, and which events touched each: an index beside
 * the log, disposable like the views. It holds rows, not documents, so that any earlier moment of any view is found in it
 * without folding the log; the documents that are shown are then folded from their own events.
 *
 * Synchronous, for it lies on the machine of the one thread that makes and asks it. All of it throws `HistoryUnavailable`;
 * what is asked as of `until` also where the view's history does not reach so far.
 */
export abstract class ViewHistory {
  /** How far the view's history reaches; START where there is none. */
  abstract reached(view: AnyView): Checkpoint;
  /** Writes all steps or none; that of a view which does not stand at its `from` any more is left out. */
  abstract extend(steps: readonly HistoryStep[]): void;
  /** The keys that the same find would have given after the event `until`, with its count and totals. */
  abstract find(scope: Scope, view: AnyView, find: Find, until: number): Chosen;
  /** True when there was a document of that key after the event `until`, and the asker may see it. */
  abstract sees(scope: Scope, view: AnyView, key: string, until: number): boolean;
  /** From what the document of a key is folded as of `until`; nothing for a key that no event touched. */
  abstract trail(view: AnyView, key: string, until: number): Trail;
  /** Many questions about one view as of one moment for less. `work` waits for nothing and writes nothing. */
  abstract together<T>(view: AnyView, until: number, work: () => T): T;
  /** Forgets the view's history. */
  abstract forget(view: AnyView): void;
  /** Forgets what is kept for any other view or version: leftovers of an earlier release. */
  abstract retain(views: readonly AnyView[]): void;
  abstract close(): void;
}
