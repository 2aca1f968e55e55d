import type { SequencedEvent } from '#kernel/decider/event';
import type { AnyProjection } from '#kernel/decider/projection';

/**
 * Folds one event into the documents that it touches: all of them or, when the fold throws, none. An event is folded
 * into a document once, however often its key is named. `touched`, where given, gains the keys of what has changed.
 * Live runners, rebuilds and as-of reads all pass through here, which is why they agree (G11).
 */
export function foldEvent(
  projection: AnyProjection,
  event: SequencedEvent,
  keys: readonly string[],
  documents: Map<string, object>,
  touched?: Set<string>,
): void {
  const [only] = keys;
  if (only !== undefined && keys.length === 1) {
    keep(only, fold(projection, event, only, documents), documents, touched);
    return;
  }
  const distinct = [...new Set(keys)];
  const folded = distinct.map((key) => fold(projection, event, key, documents));
  distinct.forEach((key, i) => keep(key, folded[i] ?? null, documents, touched));
}

const fold = (projection: AnyProjection, event: SequencedEvent, key: string, documents: Map<string, object>) =>
  projection.fold(documents.get(key), event, key) as object | null;

function keep(key: string, next: object | null, documents: Map<string, object>, touched?: Set<string>): void {
  if (next === (documents.get(key) ?? null)) return;
  touched?.add(key);
  if (next === null) documents.delete(key);
  else documents.set(key, next);
}
