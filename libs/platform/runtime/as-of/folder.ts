import { present } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { LRUCache } from 'lru-cache';
import type { Moment, Registry } from '#platform/runtime/as-of/fold-view';
import { foldView } from '#platform/runtime/as-of/fold-view';
import { KnownAtIndex } from '#platform/runtime/as-of/known-at-index';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { StoredPastViews } from '#platform/runtime/as-of/past-views';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { tableOf } from '#platform/view-store/port/view';
import type { ViewStore } from '#platform/view-store/port/view-store';

const MOMENTS_KEPT = 8;

/** A view by name: projections and views themselves do not cross into another thread. */
export interface ViewName {
  readonly name: string;
  readonly version: number;
}

/** Fold these views up to and with the event `until`; −1 is before the first event. */
export interface FoldRequest {
  readonly views: readonly ViewName[];
  readonly until: number;
}

/** Where folds as of an earlier position are made and kept. */
export abstract class Folder {
  /** Gets ready in its own time, so that the first question need not wait for it. */
  start(): void {
    // Most have nothing to get ready.
  }
  abstract fold(request: FoldRequest): Promise<PastViews>;
  /** The greatest n with knownAt(n) ≤ `at`; −1 before the first event. */
  abstract sequenceAt(at: Instant): Promise<number>;
  abstract close(): Promise<void>;
}

/** Folds on the thread that asks: for stores that only this thread can read, for specs, and inside the worker itself. */
export class InlineFolder extends Folder {
  /** The furthest moment of each set of views: what is asked next is mostly a little later (the pages of a list). */
  private readonly furthest = new LRUCache<string, Moment>({ max: MOMENTS_KEPT });
  private readonly index: KnownAtIndex;

  constructor(
    private readonly log: Pick<EventReader, 'readAll' | 'head'>,
    private readonly registry: Registry,
    /** Makes the empty store that holds a folded moment. */
    private readonly fresh: () => ViewStore,
  ) {
    super();
    this.index = new KnownAtIndex(log);
  }

  async fold({ views, until }: FoldRequest): Promise<PastViews> {
    const built = views.map((name) => builtOf(name, this.registry));
    const moment = await this.moment(built, until);
    return StoredPastViews.in(
      this.fresh(),
      built.map(({ view }) => view),
      moment,
    );
  }

  sequenceAt(at: Instant): Promise<number> {
    return this.index.sequenceAt(at);
  }

  async close(): Promise<void> {
    // The log belongs to whoever opened it.
  }

  private async moment(built: readonly BuiltView[], until: number): Promise<Moment> {
    const key = built.map(({ view }) => tableOf(view)).join(' ');
    const known = this.furthest.get(key);
    const base = known !== undefined && known.checkpoint.sequence <= until ? known : undefined;
    const projections = built.map(({ projection }) => projection);
    const moment = await foldView(projections, until, this.log, this.registry.catalogue, base);
    const reached = this.furthest.get(key)?.checkpoint.sequence ?? -1;
    if (moment.checkpoint.sequence > reached) this.furthest.set(key, moment);
    return moment;
  }
}

/** The view of that name, as this thread knows it. */
export function builtOf(name: ViewName, { views }: Registry): BuiltView {
  const table = tableOf(name);
  return present(
    views.find(({ view }) => tableOf(view) === table),
    `the projection of ${table}`,
  );
}
