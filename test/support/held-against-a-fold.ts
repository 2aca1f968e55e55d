import type { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import type { LogAtHand } from '#platform/runtime/as-of/history/history-sources';
import { IndexedPastViews } from '#platform/runtime/as-of/history/indexed-past-views';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { AnyAsk } from './any-asks';
import { answers } from './any-asks';
import { inlineFolder } from './inline-folder';
import type { Registry } from '#platform/runtime/as-of/fold-view';

const EVERYTHING: AnyAsk = { scope: 0, where: [], sort: undefined, limit: undefined };

/** The index answers as a fold from the log's first event does, in whole values, and does not itself fold instead. */
export async function expectFolded(
  { index, log, registry }: { readonly index: HistoryIndex; readonly log: LogAtHand; readonly registry: Registry },
  built: BuiltView,
  until: number,
  asks: readonly AnyAsk[] = [EVERYTHING],
): Promise<void> {
  const { view } = built;
  const folded = await inlineFolder(log, registry).fold({ views: [view], until });
  const { rows, checkpoint } = await folded.find<object>(scopeOfAll, view, { where: [] });
  const used = () => Promise.reject(new Error('the history index was not used'));
  const indexed = new IndexedPastViews(index, [built], checkpoint, used);
  for (const ask of asks) {
    expect(await answers(indexed, view, ask, rows)).toEqual(await answers(folded, view, ask, rows));
  }
}
