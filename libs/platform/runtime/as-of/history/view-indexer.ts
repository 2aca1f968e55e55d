import { canonical } from '#kernel/codec/canonical';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { FoldedDocument } from '#platform/runtime/as-of/history/fold-trail';
import { foldTrail } from '#platform/runtime/as-of/history/fold-trail';
import type { HistorySources } from '#platform/runtime/as-of/history/history-sources';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { typesOf } from '#platform/runtime/project/built-view';
import { foldEvent } from '#platform/runtime/project/fold-event';
import { Poison } from '#platform/runtime/project/poison';
import { columnsOf, valueIn } from '#platform/view-store/port/columns';
import type { HistoryRow, HistoryStep, Touch } from '#platform/view-store/port/view-history';
import { HistoryUnavailable } from '#platform/view-store/port/view-history';
import type { AnyView } from '#platform/view-store/port/view';
import { LRUCache } from 'lru-cache';

/**
 * A document is folded from no more events than this: a partner's year is touched by a thousand and more, and a list of
 * fifty of them would else be folded from half the log. Most documents see a handful of events and never get there.
 */
const EVENTS_A_WAYPOINT = 32;
/** Documents kept from one slice to the next, as the log mostly goes on with those of late; others are folded again. */
const DOCUMENTS_KEPT = 1_000;

/** Folds one view on, event by event, and notes what each made of it. */
export class ViewIndexer {
  /** The event that the view could not take; nothing after it is taken. */
  poison: Poison | undefined;
  private readonly known = new LRUCache<string, FoldedDocument>({ max: DOCUMENTS_KEPT });
  /** Those of this slice, which no history knows yet. */
  private changed = new Map<string, FoldedDocument>();
  private readonly types: ReadonlySet<string>;
  private touches: Touch[] = [];
  private from: Checkpoint = START;
  private to: Checkpoint = START;

  constructor(
    readonly built: BuiltView,
    private readonly sources: HistorySources,
  ) {
    this.types = new Set(typesOf([built.projection]));
  }

  /** Where the view's history stands. */
  reached(): Checkpoint {
    return this.sources.history.reached(this.built.view);
  }

  /** Begins a slice where the history stands. What is known of documents is of no use when that is somewhere else. */
  begin(): Checkpoint {
    this.from = this.reached();
    if (this.from.sequence !== this.to.sequence) this.known.clear();
    else for (const [key, document] of this.changed) this.known.set(key, document);
    this.to = this.from;
    this.touches = [];
    this.changed = new Map();
    this.poison = undefined;
    return this.from;
  }

  take(logged: LoggedEvent): void {
    const { sequence, type } = logged.event;
    if (this.poison !== undefined || sequence <= this.from.sequence || !this.types.has(type)) return;
    try {
      this.fold(decodeEvent(logged.event, this.sources.catalogue));
      this.to = logged.checkpoint;
    } catch (error) {
      // Not the event's fault: the document that it touches could not be folded.
      if (error instanceof HistoryUnavailable) throw error;
      this.poison = new Poison(logged, error);
    }
  }

  /** What the slice came to; `to` is where it ended, unless the view was stopped before. */
  step(to: Checkpoint): HistoryStep {
    if (this.poison === undefined && to.sequence > this.to.sequence) this.to = to;
    return { view: this.built.view, from: this.from, touches: this.touches, to: this.to };
  }

  private fold(event: SequencedEvent): void {
    const { projection } = this.built;
    const keys = projection.keys(event);
    const before = new Map(keys.map((key) => [key, this.document(key)]));
    const documents = new Map<string, object>();
    for (const [key, { document }] of before) if (document !== undefined) documents.set(key, document);
    const changed = new Set<string>();
    foldEvent(projection, event, keys, documents, changed);
    // All are noted before the first is kept: an event is taken whole or not at all.
    const noted = [...changed].map((key) => {
      const folded = { document: documents.get(key), events: (before.get(key)?.events ?? 0) + 1 };
      return { folded, touch: touchOf(this.built.view, key, event.sequence, folded) };
    });
    for (const { folded, touch } of noted) {
      this.touches.push(touch);
      this.changed.set(touch.key, touch.waypoint === undefined ? folded : { ...folded, events: 0 });
    }
  }

  private document(key: string): FoldedDocument {
    const known = this.changed.get(key) ?? this.known.get(key);
    if (known !== undefined) return known;
    const folded = foldTrail(this.built, key, this.from.sequence, this.sources);
    this.known.set(key, folded);
    return folded;
  }
}

function touchOf(view: AnyView, key: string, sequence: number, { document, events }: FoldedDocument): Touch {
  if (document === undefined) return { key, sequence, row: null };
  const row = rowOf(view, document);
  return { key, sequence, row, ...(events >= EVENTS_A_WAYPOINT && { waypoint: canonical(document) }) };
}

const rowOf = (view: AnyView, document: object): HistoryRow => ({
  partnerId: view.partnerOf(document),
  values: [...columnsOf(view).values()].map((column) => valueIn(document, column)),
});
