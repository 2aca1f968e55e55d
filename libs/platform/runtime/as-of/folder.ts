import { present } from '#kernel/assert/assert';
import type { AnyProjection } from '#kernel/decider/projection';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { LRUCache } from 'lru-cache';
import type { Documents, Moment, Registry } from '#platform/runtime/as-of/fold-view';
import { foldView } from '#platform/runtime/as-of/fold-view';
import { tableOf } from '#platform/view-store/port/view';

const MOMENTS_KEPT = 8;

/** A view by name: projections and views themselves do not cross into another thread. */
export interface ViewName {
  readonly name: string;
  readonly version: number;
}

/** Fold these views up to and with the event `until`. */
export interface FoldRequest {
  readonly views: readonly ViewName[];
  readonly until: number;
}

/** Where folds as of an earlier position are made. Gives one set of documents a view, in the order asked. */
export abstract class Folder {
  abstract fold(request: FoldRequest): Promise<readonly Documents[]>;
  abstract close(): Promise<void>;
}

/** Folds on the thread that asks: for stores that only this thread can read, for specs, and inside the worker itself. */
export class InlineFolder extends Folder {
  /** The furthest moment of each set of views: what is asked next is mostly a little later (the pages of a list). */
  private readonly furthest = new LRUCache<string, Moment>({ max: MOMENTS_KEPT });

  constructor(
    private readonly log: Pick<EventReader, 'readAll'>,
    private readonly registry: Registry,
  ) {
    super();
  }

  async fold({ views, until }: FoldRequest): Promise<readonly Documents[]> {
    const projections = projectionsOf(views, this.registry);
    const key = views.map(tableOf).join(' ');
    const known = this.furthest.get(key);
    const base = known !== undefined && known.checkpoint.sequence <= until ? known : undefined;
    const moment = await foldView(projections, until, this.log, this.registry.catalogue, base);
    const reached = this.furthest.get(key)?.checkpoint.sequence ?? -1;
    if (moment.checkpoint.sequence > reached) this.furthest.set(key, moment);
    return moment.documents;
  }

  async close(): Promise<void> {
    // The log belongs to whoever opened it.
  }
}

function projectionsOf(views: readonly ViewName[], { projections }: Registry): readonly AnyProjection[] {
  const byName = new Map(projections.map((projection) => [tableOf(projection.view), projection]));
  return views.map((view) => present(byName.get(tableOf(view)), `the projection of ${tableOf(view)}`));
}
