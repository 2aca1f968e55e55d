import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { FoldAsk, Folded } from '#platform/profiles/embedded/fold-messages';
import type { FoldThread } from '#platform/profiles/embedded/fold-thread';
import type { ViewName } from '#platform/runtime/as-of/folder';
import { PastViews } from '#platform/runtime/as-of/past-views';
import type { FieldValue } from '#platform/view-store/port/compare';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import type { Find, Found, Row } from '#platform/view-store/port/view-store';

/** Rows a message carries: parsing so many is a few milliseconds, and HTTP has its turn before the next. */
const ROWS_A_MESSAGE = 1_000;

/** Views of a moment that a folding thread keeps. */
export class RemotePastViews extends PastViews {
  readonly documents: number;

  constructor(
    private readonly thread: FoldThread,
    private readonly folded: Folded,
  ) {
    super();
    this.documents = folded.documents;
  }

  get isKept(): boolean {
    return this.thread.isAlive;
  }

  async checkpoint(): Promise<Checkpoint> {
    return this.folded.checkpoint;
  }

  get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined> {
    return this.ask({ kind: 'get', ...this.of(view), scope, key });
  }

  /** A page in one message; all rows of an export in as many as it takes. */
  async find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>> {
    if (find.limit !== undefined) return this.ask({ kind: 'find', ...this.of(view), scope, find });
    const rows: Row<D>[] = [];
    for (let after = find.after; ;) {
      const page = { ...find, limit: ROWS_A_MESSAGE, ...(after === undefined ? {} : { after }) };
      const found = await this.ask<Found<D>>({ kind: 'find', ...this.of(view), scope, find: page });
      rows.push(...found.rows);
      const last = found.rows.at(-1);
      if (!found.hasMore || last === undefined) return { ...found, rows };
      after = { value: valueOf(last.document, find), key: last.key };
    }
  }

  digest(view: AnyView): Promise<string> {
    return this.ask({ kind: 'digest', ...this.of(view) });
  }

  forget(): void {
    // A thread that has ended has forgotten already.
    this.ask({ kind: 'forget', past: this.folded.past }).catch(() => undefined);
  }

  private of({ name, version }: AnyView): { readonly past: number; readonly view: ViewName } {
    return { past: this.folded.past, view: { name, version } };
  }

  private ask<T>(ask: FoldAsk): Promise<T> {
    return this.thread.ask(ask);
  }
}

const valueOf = (document: object, { sort }: Find): FieldValue =>
  sort === undefined ? null : ((document as Readonly<Record<string, FieldValue | undefined>>)[sort.field] ?? null);
