import type { LoggedEvent } from '#platform/event-store/port/event-store';
import { foldTrail } from '#platform/runtime/as-of/history/fold-trail';
import type { HistorySources } from '#platform/runtime/as-of/history/history-sources';
import { ViewIndexer } from '#platform/runtime/as-of/history/view-indexer';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { typesOf } from '#platform/runtime/project/built-view';
import { nextTurn } from '#platform/runtime/timers';
import type { Scope } from '#platform/view-store/port/scope';
import type { Queried } from '#platform/view-store/port/query-rows';
import type { Chosen } from '#platform/view-store/port/view-history';
import type { Find, Row } from '#platform/view-store/port/view-store';
import { present } from '#kernel/assert/assert';

/** So many events are read and written in one go; whoever asks meanwhile waits for the end of it, some 50 ms. */
const EVENTS_A_SLICE = 1_000;

/**
 * The history of every view, made from the log slice by slice: all views that lag are handed each event once. It tells
 * which documents there were; the documents themselves are folded from their own events each time they are asked for.
 */
export class HistoryIndex {
  private readonly indexers: ReadonlyMap<BuiltView, ViewIndexer>;
  private trusted: Promise<void> | undefined;
  private slices: Promise<unknown> = Promise.resolve();

  constructor(
    views: readonly BuiltView[],
    private readonly sources: HistorySources,
  ) {
    this.indexers = new Map(views.map((built) => [built, new ViewIndexer(built, sources)]));
  }

  /** Opens what there is, so that the first question need not wait for it. */
  open(): void {
    // What is wrong with it, whoever asks first is told.
    this.trust().catch(() => undefined);
  }

  /**
   * Reads on until the history of each of `views` reaches `until`, a position that the log has. Rejects with `Poison` where
   * one cannot get there, and with `HistoryUnavailable`.
   */
  async reach(views: readonly BuiltView[], until: number): Promise<void> {
    await this.trust();
    const indexers = views.map((built) => present(this.indexers.get(built), 'a view that is indexed'));
    for (let behind = before(until, indexers); behind.length > 0; behind = before(until, indexers)) {
      await this.slice(behind, until);
      for (const { poison } of behind) if (poison !== undefined) throw poison;
      await nextTurn();
    }
  }

  /** Reads one slice on towards the log's head, for all views that can; false when there is none. */
  async advance(): Promise<boolean> {
    await this.trust();
    const { sequence: head } = await this.sources.log.head();
    const behind = before(head, [...this.indexers.values()]).filter(({ poison }) => poison === undefined);
    if (behind.length > 0) await this.slice(behind, head);
    return behind.length > 0;
  }

  /** Which documents a store that stood at `until` would have shown. Throws `HistoryUnavailable` where it is not reached. */
  choose(scope: Scope, { view }: BuiltView, find: Find, until: number): Chosen {
    return this.sources.history.find(scope, view, find, until);
  }

  find<D extends object>(scope: Scope, built: BuiltView, find: Find, until: number): Queried<D> {
    const { keys, ...rest } = this.choose(scope, built, find, until);
    const documents = this.together(built, until, () => keys.map((key) => this.document<D>(built, key, until)));
    return { rows: keys.map((key, i): Row<D> => ({ key, document: present(documents[i], 'a document') })), ...rest };
  }

  get<D extends object>(scope: Scope, built: BuiltView, key: string, until: number): D | undefined {
    const isSeen = this.sources.history.sees(scope, built.view, key, until);
    return isSeen ? this.document<D>(built, key, until) : undefined;
  }

  /** Those of `keys` that the asker may see, each in its place. */
  take<D extends object>(
    scope: Scope,
    built: BuiltView,
    keys: readonly string[],
    until: number,
  ): readonly (D | undefined)[] {
    return this.together(built, until, () => keys.map((key) => this.get<D>(scope, built, key, until)));
  }

  private together<T>({ view }: BuiltView, until: number, work: () => T): T {
    const { history, log } = this.sources;
    return history.together(view, until, () => log.together(work));
  }

  private document<D extends object>(built: BuiltView, key: string, until: number): D {
    const { document } = foldTrail(built, key, until, this.sources);
    return present(document, 'the document of a row') as D;
  }

  /** Slices come one after another, whoever asked for them. */
  private slice(indexers: readonly ViewIndexer[], until: number): Promise<void> {
    const next = this.slices.then(() => indexSlice(indexers, until, this.sources));
    // The chain outlives a failure, which its caller is told.
    this.slices = next.catch(() => undefined);
    return next;
  }

  /**
   * Before anything is read of it: what an earlier release kept is forgotten, and what is of another log, as beside a
   * backup that was put in this one's place.
   */
  private trust(): Promise<void> {
    this.trusted ??= this.forgetOthers().catch((error: unknown) => {
      this.trusted = undefined;
      throw error;
    });
    return this.trusted;
  }

  private async forgetOthers(): Promise<void> {
    const { log, history } = this.sources;
    history.retain([...this.indexers.keys()].map(({ view }) => view));
    const { sequence: head } = await log.head();
    for (const [{ view }, indexer] of this.indexers) {
      const { sequence, knownAt } = indexer.reached();
      const isOurs = sequence <= head && (await log.checkpointAt(sequence)).knownAt === knownAt;
      if (!isOurs) history.forget(view);
    }
  }
}

const before = (until: number, indexers: readonly ViewIndexer[]): ViewIndexer[] =>
  indexers.filter((indexer) => indexer.reached().sequence < until);

/** Reads from where the last of them stands, and writes what all have noted in one step. */
async function indexSlice(
  indexers: readonly ViewIndexer[],
  until: number,
  { log, history }: HistorySources,
): Promise<void> {
  const begun = indexers.map((indexer) => indexer.begin());
  const from = begun.reduce((first, at) => (at.sequence < first.sequence ? at : first));
  const projections = indexers.map(({ built }) => built.projection);
  let events = 0;
  let last: LoggedEvent | undefined;
  for await (const logged of log.readAll(from, typesOf(projections))) {
    if (logged.event.sequence > until) break;
    for (const indexer of indexers) indexer.take(logged);
    last = logged;
    if ((events += 1) === EVENTS_A_SLICE) break;
  }
  const to = events < EVENTS_A_SLICE || last === undefined ? await log.checkpointAt(until) : last.checkpoint;
  history.extend(indexers.map((indexer) => indexer.step(to)));
}
