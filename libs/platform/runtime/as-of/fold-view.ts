import type { SequencedEvent } from '#kernel/decider/event';
import type { AnyProjection } from '#kernel/decider/projection';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { typesOf } from '#platform/runtime/project/built-view';
import { foldEvent } from '#platform/runtime/project/fold-event';
import { Poison } from '#platform/runtime/project/poison';
import { nextTurn } from '#platform/runtime/timers';

/** What every folder needs to know of the business. */
export interface Registry {
  readonly catalogue: EventCatalogue;
  readonly views: readonly BuiltView[];
}

export type Documents = Map<string, object>;

/** The documents of each projection at a position of the log. Never changed once made: it may be shared and folded on. */
export interface Moment {
  readonly checkpoint: Checkpoint;
  readonly documents: readonly Documents[];
}

interface Fold {
  readonly projection: AnyProjection;
  readonly documents: Documents;
}

const EVENTS_A_TURN = 1_000;

/**
 * Folds the log up to and with `until` into the documents of each projection, in one pass over the types that they
 * declare. The result depends on nothing but the log's first `until` + 1 events, so it may be kept for ever, and a later
 * moment may be folded on from an earlier one (`base`, of the same projections).
 */
export async function foldView(
  projections: readonly AnyProjection[],
  until: number,
  log: Pick<EventReader, 'readAll'>,
  catalogue: EventCatalogue,
  base?: Moment,
): Promise<Moment> {
  const folds = projections.map((projection, i): Fold => ({ projection, documents: new Map(base?.documents[i]) }));
  const byType = foldsByType(folds);
  let checkpoint = base?.checkpoint ?? START;
  let events = 0;
  for await (const logged of log.readAll(checkpoint, typesOf(projections))) {
    if (logged.event.sequence > until) break;
    try {
      foldInto(byType.get(logged.event.type) ?? [], decodeEvent(logged.event, catalogue));
    } catch (error) {
      throw new Poison(logged, error);
    }
    checkpoint = logged.checkpoint;
    if ((events += 1) % EVENTS_A_TURN === 0) await nextTurn();
  }
  checkpoint = await placeOf(until, checkpoint, log);
  return { checkpoint, documents: folds.map(({ documents }) => documents) };
}

/** The checkpoint right after the event `until` (or the log's last), read on from one that stands before it. */
async function placeOf(until: number, before: Checkpoint, log: Pick<EventReader, 'readAll'>): Promise<Checkpoint> {
  let at = before;
  if (at.sequence >= until) return at;
  for await (const { checkpoint } of log.readAll(before)) {
    if (checkpoint.sequence > until) break;
    at = checkpoint;
    if (at.sequence === until) break;
  }
  return at;
}

/** Folds one event into the documents of every projection that declares its type. */
export function foldInto(folds: readonly Fold[], event: SequencedEvent): void {
  for (const { projection, documents } of folds) foldEvent(projection, event, projection.keys(event), documents);
}

function foldsByType(folds: readonly Fold[]): ReadonlyMap<string, readonly Fold[]> {
  const byType = new Map<string, Fold[]>();
  for (const fold of folds) {
    for (const type of typesOf([fold.projection])) byType.set(type, [...(byType.get(type) ?? []), fold]);
  }
  return byType;
}
