import { assert } from '#kernel/assert/assert';
import type { AnyProjection } from '#kernel/decider/projection';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';

/** A view and the fold that makes its documents. Projections know only its name, so they are paired here. */
export interface BuiltView {
  readonly view: AnyView;
  readonly projection: AnyProjection;
}

/** Pairs by name and version; stops on a view without a projection, a projection without a view, or a name used twice. */
export function builtViews(views: readonly AnyView[], projections: readonly AnyProjection[]): readonly BuiltView[] {
  const byName = new Map(projections.map((projection) => [tableOf(projection.view), projection]));
  assert(byName.size === projections.length, 'two projections make one view', { projections: [...byName.keys()] });
  const built = views.map((view): BuiltView => {
    const projection = byName.get(tableOf(view));
    assert(projection !== undefined, 'a view that no projection makes', { view: tableOf(view) });
    assert(projection.types.length > 0, 'a projection that is handed no event', { view: tableOf(view) });
    byName.delete(tableOf(view));
    return { view, projection };
  });
  assert(byName.size === 0, 'a projection that makes no view', { projections: [...byName.keys()] });
  return built;
}

/** The event types that a projection is handed. */
export const typesOf = (projections: readonly AnyProjection[]): readonly string[] => [
  ...new Set(projections.flatMap(({ types }) => types.map(({ type }) => type))),
];
