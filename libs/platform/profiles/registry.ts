import { contexts } from '#contexts/contexts';
import { EventCatalogue } from '#kernel/decider/upcast';
import type { AnyDecider } from '#kernel/decider/decider';
import type { Deadline } from '#kernel/decider/deadline';
import type { Erasure } from '#kernel/decider/erasure';
import type { AnyProjection } from '#kernel/decider/projection';
import type { Reaction } from '#kernel/decider/reaction';
import type { Registry } from '#platform/runtime/as-of/fold-view';
import type { AnyFactFold } from '#platform/runtime/context';
import type { BuiltView } from '#platform/runtime/project/built-view';

/** The business as the machine drives it: every context's parts in one place, without Nest. */
interface Business extends Registry {
  readonly deciders: readonly AnyDecider[];
  readonly folds: readonly AnyFactFold[];
  readonly views: readonly BuiltView[];
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Reaction[];
  readonly deadlines: readonly Deadline[];
  readonly erasures: readonly Erasure[];
}

const deciders = contexts.flatMap((context) => context.deciders);
const views = contexts.flatMap((context) => context.views);

export const registry: Business = {
  deciders,
  catalogue: new EventCatalogue(deciders.flatMap(({ events }) => events)),
  folds: contexts.flatMap((context) => context.folds),
  views,
  projections: views.map(({ projection }) => projection),
  reactions: contexts.flatMap((context) => context.reactions),
  deadlines: contexts.flatMap((context) => context.deadlines ?? []),
  erasures: contexts.flatMap(({ erasures = [] }) => erasures),
};
