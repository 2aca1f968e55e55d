import { assert } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { columnsOf, valueIn } from '#platform/view-store/port/columns';
import { compareText } from '#platform/view-store/port/compare';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { Scope } from '#platform/view-store/port/scope';
import { sees } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import { digestOfRows } from '#platform/view-store/port/view-digest';
import type { Find, Found, Row } from '#platform/view-store/port/view-store';
import { ViewStore } from '#platform/view-store/port/view-store';

interface Kept {
  readonly document: object;
  readonly partnerId: PartnerId | null;
}

interface Table {
  readonly rows: Map<string, Kept>;
  checkpoint: Checkpoint;
}

/**
 * Documents in Maps: for tests, and for folds as of an earlier position. Documents are handed out as they are, not
 * copied, and frozen at the top so that a reader that would change one is found out.
 */
export class MemoryViewStore extends ViewStore {
  private readonly tables = new Map<string, Table>();

  /** `unchecked` spares a folded moment the check of each document; the live view has been through it. */
  constructor(private readonly options: { readonly unchecked?: boolean } = {}) {
    super();
  }

  async checkpoint(view: AnyView): Promise<Checkpoint> {
    return this.table(view).checkpoint;
  }

  async get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined> {
    const kept = this.table(view).rows.get(key);
    return kept !== undefined && sees(scope, kept.partnerId) ? (kept.document as D) : undefined;
  }

  async find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>> {
    const { rows, checkpoint } = this.table(view);
    return { ...queryRows(seenRows<D>(rows, scope), find, view), checkpoint };
  }

  async load<D extends object>(view: View<D>, keys: readonly string[]): Promise<Map<string, D>> {
    const { rows } = this.table(view);
    const loaded = new Map<string, D>();
    for (const key of keys) {
      const kept = rows.get(key);
      if (kept !== undefined) loaded.set(key, kept.document as D);
    }
    return loaded;
  }

  async apply<D extends object>(
    view: View<D>,
    from: Checkpoint,
    changes: ReadonlyMap<string, D | null>,
    to: Checkpoint,
  ): Promise<boolean> {
    const table = this.table(view);
    if (table.checkpoint.sequence !== from.sequence) return false;
    // All are checked before the first is kept, so that a document that cannot be kept leaves the view as it was.
    const kept = new Map<string, Kept | null>();
    for (const [key, document] of changes) kept.set(key, document === null ? null : this.keep(view, key, document));
    for (const [key, row] of kept) {
      if (row === null) table.rows.delete(key);
      else table.rows.set(key, row);
    }
    table.checkpoint = to;
    return true;
  }

  async move(view: AnyView, from: Checkpoint, to: Checkpoint): Promise<boolean> {
    return this.apply(view, from, new Map(), to);
  }

  async digest(view: AnyView): Promise<{ readonly sequence: number; readonly digest: string }> {
    const { rows, checkpoint } = this.table(view);
    return { sequence: checkpoint.sequence, digest: digestOfRows(bodiesInOrder(rows)) };
  }

  async drop(view: AnyView): Promise<void> {
    this.tables.delete(tableOf(view));
  }

  async retain(views: readonly AnyView[]): Promise<readonly string[]> {
    const known = new Set(views.map(tableOf));
    const dropped = [...this.tables.keys()].filter((name) => !known.has(name));
    for (const name of dropped) this.tables.delete(name);
    return dropped.sort();
  }

  async close(): Promise<void> {
    this.tables.clear();
  }

  private keep(view: AnyView, key: string, document: object): Kept {
    if (this.options.unchecked !== true) assertKeepable(view, key, document);
    return { document: Object.freeze(document), partnerId: view.partnerOf(document) };
  }

  private table(view: AnyView): Table {
    const name = tableOf(view);
    let table = this.tables.get(name);
    if (table === undefined) this.tables.set(name, (table = { rows: new Map(), checkpoint: START }));
    return table;
  }
}

function assertKeepable(view: AnyView, key: string, document: object): void {
  assert(key.isWellFormed(), 'a key with a lone surrogate', { view: view.name });
  canonical(document);
  for (const column of columnsOf(view).values()) valueIn(document, column);
}

function* seenRows<D extends object>(rows: ReadonlyMap<string, Kept>, scope: Scope): Generator<Row<D>> {
  for (const [key, { document, partnerId }] of rows) {
    if (sees(scope, partnerId)) yield { key, document: document as D };
  }
}

function* bodiesInOrder(rows: ReadonlyMap<string, Kept>): Generator<readonly [string, string]> {
  for (const [key, { document }] of [...rows].sort(([a], [b]) => compareText(a, b))) yield [key, canonical(document)];
}
