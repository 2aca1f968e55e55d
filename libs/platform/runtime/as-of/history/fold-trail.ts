import { decodeEvent } from '#platform/runtime/codec/event-codec';
import type { HistorySources } from '#platform/runtime/as-of/history/history-sources';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { foldEvent } from '#platform/runtime/project/fold-event';

/** A document, and how many events it took to fold it. */
export interface FoldedDocument {
  readonly document: object | undefined;
  readonly events: number;
}

/**
 * Folds the document of one key as of `until` from the log's own events: those that its history names, and no others.
 * Throws `HistoryUnavailable` where the history does not reach so far.
 */
export function foldTrail(
  { view, projection }: BuiltView,
  key: string,
  until: number,
  { log, catalogue, history }: HistorySources,
): FoldedDocument {
  const { base, sequences } = history.trail(view, key, until);
  const documents = new Map<string, object>();
  if (base !== undefined) documents.set(key, base);
  for (const sequence of sequences) {
    foldEvent(projection, decodeEvent(log.eventAt(sequence), catalogue), [key], documents);
  }
  return { document: documents.get(key), events: sequences.length };
}
