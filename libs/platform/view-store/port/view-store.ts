import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';

/** One condition on a declared field; all conditions of a list must hold. */
export interface Condition {
  readonly field: string;
  readonly is: '=' | '>=' | '<=' | '<';
  readonly value: string | number | boolean;
}

export interface Sort {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** Where the previous page ended: the sort field's value and the key of its last row. Ties go by key, ascending. */
export interface Position {
  readonly value: string | number | boolean | null;
  readonly key: string;
}

export interface Find {
  readonly where: readonly Condition[];
  /** Absent: by key. A document without the field (undefined or null) sorts first ascending, last descending. */
  readonly sort?: Sort;
  readonly after?: Position;
  /** Absent: all rows (an export). */
  readonly limit?: number;
}

export interface Row<Document> {
  readonly key: string;
  readonly document: Document;
}

/** A page and what is true of the whole filter, so that a list and its export agree. */
export interface Found<Document> {
  readonly rows: readonly Row<Document>[];
  readonly hasMore: boolean;
  readonly count: number;
  readonly totals: Readonly<Record<string, number>>;
  /** The position in the log that every row of this answer reflects. */
  readonly checkpoint: Checkpoint;
}

/** Reads of one consistent moment: the adapter's own documents, or a fold as of an earlier position. */
export abstract class ViewReader {
  /** How far the view has read the log; START before the first batch. */
  abstract checkpoint(view: AnyView): Promise<Checkpoint>;
  abstract get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined>;
  abstract find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>>;
}

/** Where documents are kept. Disposable: everything in it is rebuilt from the log. One contract suite for all adapters. */
export abstract class ViewStore extends ViewReader {
  /** The documents as the projection's runner needs them: unscoped, and for it alone. */
  abstract load<D extends object>(view: View<D>, keys: readonly string[]): Promise<Map<string, D>>;
  /**
   * Writes changed documents (null deletes) and the new checkpoint in one step, if the view still stands at `from`.
   * False, with nothing written, when another runner has moved it (G12).
   */
  abstract apply<D extends object>(
    view: View<D>,
    from: Checkpoint,
    changes: ReadonlyMap<string, D | null>,
    to: Checkpoint,
  ): Promise<boolean>;
  /**
   * Moves the checkpoint of a view that what lies between does not touch, if it still stands at `from`; false otherwise.
   * Every reader of this store finds it moved at once, but a crash may take it back: the view then reads on from an earlier
   * place, to the same documents. So it costs no writing for each view and commit. That another process has moved the view
   * may show at the next `apply` only.
   */
  abstract move(view: AnyView, from: Checkpoint, to: Checkpoint): Promise<boolean>;
  /** SHA-256 over every key and canonical document in key order, and the sequence it stands at (G11). */
  abstract digest(view: AnyView): Promise<{ readonly sequence: number; readonly digest: string }>;
  /** Forgets the view's documents and checkpoint. */
  abstract drop(view: AnyView): Promise<void>;
  /** Drops what is kept for any other view or version: leftovers of an earlier release. Returns their names. */
  abstract retain(views: readonly AnyView[]): Promise<readonly string[]>;
  abstract close(): Promise<void>;
}
