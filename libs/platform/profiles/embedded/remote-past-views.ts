import { present } from '#kernel/assert/assert';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { FoldAsk, Folded } from '#platform/profiles/embedded/fold-messages';
import type { FoldThread } from '#platform/profiles/embedded/fold-thread';
import type { ViewName } from '#platform/runtime/as-of/folder';
import { PastViews } from '#platform/runtime/as-of/past-views';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import type { Chosen } from '#platform/view-store/port/view-history';
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
    const { keys, ...rest } = await this.choose(scope, view, find);
    const rows: Row<D>[] = [];
    for (let i = 0; i < keys.length; i += ROWS_A_MESSAGE) {
      const some = keys.slice(i, i + ROWS_A_MESSAGE);
      const documents = await this.take(scope, view, some);
      some.forEach((key, n) => rows.push({ key, document: present(documents[n], 'the document of a row') }));
    }
    return { ...rest, rows, checkpoint: this.folded.checkpoint };
  }

  choose(scope: Scope, view: AnyView, find: Find): Promise<Chosen> {
    return this.ask({ kind: 'choose', ...this.of(view), scope, find });
  }

  async take<D extends object>(
    scope: Scope,
    view: View<D>,
    keys: readonly string[],
  ): Promise<readonly (D | undefined)[]> {
    const taken = await this.ask<readonly (D | null)[]>({ kind: 'take', ...this.of(view), scope, keys });
    // A list in JSON has no undefined.
    return taken.map((document) => document ?? undefined);
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
