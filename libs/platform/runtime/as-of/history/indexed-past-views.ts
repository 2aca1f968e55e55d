import { present } from '#kernel/assert/assert';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import { PastViews } from '#platform/runtime/as-of/past-views';
import type { BuiltView } from '#platform/runtime/project/built-view';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import type { Chosen } from '#platform/view-store/port/view-history';
import { HistoryUnavailable } from '#platform/view-store/port/view-history';
import type { Find, Found } from '#platform/view-store/port/view-store';

/** Views of a moment that a history index can find again at any time, so that nothing has to be kept of them. */
export class IndexedPastViews extends PastViews {
  readonly documents = 0;
  readonly isKept = true;
  private readonly built: ReadonlyMap<string, BuiltView>;
  private instead: Promise<PastViews> | undefined;

  constructor(
    private readonly index: HistoryIndex,
    built: readonly BuiltView[],
    private readonly at: Checkpoint,
    /** The same moment folded from the log's first event. */
    private readonly folded: () => Promise<PastViews>,
  ) {
    super();
    this.built = new Map(built.map((each) => [tableOf(each.view), each]));
  }

  async checkpoint(): Promise<Checkpoint> {
    return this.at;
  }

  get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined> {
    return this.ask(
      () => this.index.get<D>(scope, this.of(view), key, this.at.sequence),
      (folded) => folded.get(scope, view, key),
    );
  }

  find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>> {
    return this.ask(
      () => ({ ...this.index.find<D>(scope, this.of(view), find, this.at.sequence), checkpoint: this.at }),
      (folded) => folded.find(scope, view, find),
    );
  }

  choose<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Chosen> {
    return this.ask(
      () => this.index.choose(scope, this.of(view), find, this.at.sequence),
      (folded) => folded.choose(scope, view, find),
    );
  }

  take<D extends object>(scope: Scope, view: View<D>, keys: readonly string[]): Promise<readonly (D | undefined)[]> {
    return this.ask(
      () => this.index.take<D>(scope, this.of(view), keys, this.at.sequence),
      (folded) => folded.take(scope, view, keys),
    );
  }

  /** Not by the index: a digest is what it is held against. */
  async digest(view: AnyView): Promise<string> {
    return (await this.folded()).digest(view);
  }

  forget(): void {
    // There is nothing to let go of.
  }

  /** An index that was thrown away since is made anew for the next who asks; this one gets the folded moment. */
  private async ask<T>(index: () => T, folded: (views: PastViews) => Promise<T>): Promise<T> {
    try {
      return index();
    } catch (error) {
      if (!(error instanceof HistoryUnavailable)) throw error;
      // One that failed is no answer for the next who asks.
      this.instead ??= this.folded().catch((failure: unknown) => {
        this.instead = undefined;
        throw failure;
      });
      return folded(await this.instead);
    }
  }

  private of(view: AnyView): BuiltView {
    return present(this.built.get(tableOf(view)), 'a view of this moment');
  }
}
