import type { Checkpoint, EventStore } from '#platform/event-store/port/event-store';
import { registry } from '#platform/profiles/registry';
import { typesOf } from '#platform/runtime/project/built-view';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';

/** A stretch longer than this is not searched: folding the earlier moment is then no dearer. */
const LONGEST_STRETCH = 20_000;

const TYPES = new Map(registry.views.map(({ view, projection }) => [tableOf(view), typesOf([projection])]));

/**
 * Whether a view reads the same at two positions: none of the events between concerns it. Most do not (nothing happens to
 * a partner while claims come in by the hundred), which spares a fold for most pages and for most joins of two views.
 */
export async function standsAt(view: AnyView, at: Checkpoint, sequence: number, store: EventStore): Promise<boolean> {
  const [first, last] = at.sequence < sequence ? [at.sequence, sequence] : [sequence, at.sequence];
  if (first === last) return true;
  if (last - first > LONGEST_STRETCH) return false;
  const low = first === at.sequence ? at : await store.checkpointAt(first);
  for await (const { event } of store.readAll(low, TYPES.get(tableOf(view)))) return event.sequence > last;
  return true;
}
