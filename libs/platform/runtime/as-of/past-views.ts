import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { Documents } from '#platform/runtime/as-of/fold-view';
import { nextTurn } from '#platform/runtime/timers';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import type { Chosen } from '#platform/view-store/port/view-history';
import type { Find, Found, ViewStore } from '#platform/view-store/port/view-store';
import { ViewReader } from '#platform/view-store/port/view-store';

/** Views as they were at one position of the log, wherever they are kept. */
export abstract class PastViews extends ViewReader {
  /** How many documents are kept for it. */
  abstract readonly documents: number;
  /** False once the thread that kept them has ended. */
  abstract readonly isKept: boolean;
  /** What a find would answer, without the documents: whoever takes thousands of them asks for those by and by. */
  abstract choose<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Chosen>;
  /** The documents of these keys, each in its place; undefined for what is absent or not for the asker. */
  abstract take<D extends object>(
    scope: Scope,
    view: View<D>,
    keys: readonly string[],
  ): Promise<readonly (D | undefined)[]>;
  /** The digest that the read model must have had there (G11). */
  abstract digest(view: AnyView): Promise<string>;
  /** Nobody will ask any more. */
  abstract forget(): void;
}

// Writing a slice into the fresh store is a few milliseconds during which everybody else on the thread waits.
const SLICE = 2_000;

/** Views of a moment in a store on this thread. */
export class StoredPastViews extends PastViews {
  readonly isKept = true;

  private constructor(
    private readonly store: ViewStore,
    readonly documents: number,
  ) {
    super();
  }

  /** Puts the documents of each view into `store`, which is empty and for them alone. */
  static async in(
    store: ViewStore,
    views: readonly AnyView[],
    { checkpoint, documents }: { readonly checkpoint: Checkpoint; readonly documents: readonly Documents[] },
  ): Promise<StoredPastViews> {
    // What is kept is no place to read the log on from.
    const to = { ...checkpoint, cursor: '' };
    let size = 0;
    for (const [i, view] of views.entries()) {
      const own = documents[i] ?? new Map<string, object>();
      await fill(store, view, own, to);
      size += own.size;
    }
    return new StoredPastViews(store, size);
  }

  checkpoint(view: AnyView): Promise<Checkpoint> {
    return this.store.checkpoint(view);
  }

  get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined> {
    return this.store.get(scope, view, key);
  }

  find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>> {
    return this.store.find(scope, view, find);
  }

  async choose<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Chosen> {
    const { rows, hasMore, count, totals } = await this.store.find(scope, view, find);
    return { keys: rows.map(({ key }) => key), hasMore, count, totals };
  }

  take<D extends object>(scope: Scope, view: View<D>, keys: readonly string[]): Promise<readonly (D | undefined)[]> {
    return Promise.all(keys.map((key) => this.store.get(scope, view, key)));
  }

  async digest(view: AnyView): Promise<string> {
    return (await this.store.digest(view)).digest;
  }

  forget(): void {
    // The collector sees to it.
  }
}

/** Writes the documents slice by slice, the checkpoint with the last. */
async function fill(store: ViewStore, view: AnyView, documents: Documents, to: Checkpoint): Promise<void> {
  let slice = new Map<string, object>();
  for (const [key, document] of documents) {
    slice.set(key, document);
    if (slice.size < SLICE) continue;
    await store.apply(view, START, slice, START);
    slice = new Map();
    await nextTurn();
  }
  await store.apply(view, START, slice, to);
}
