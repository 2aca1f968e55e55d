import type { SequencedEvent } from '#kernel/decider/event';
import type { AnyProjection } from '#kernel/decider/projection';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { foldEvent } from '#platform/runtime/project/fold-event';
import type { KeptDocuments } from '#platform/runtime/project/kept-documents';
import { Poison } from '#platform/runtime/project/poison';

interface Prepared {
  readonly logged: LoggedEvent;
  readonly event: SequencedEvent;
  readonly keys: readonly string[];
}

interface Fold {
  readonly projection: AnyProjection;
  readonly catalogue: EventCatalogue;
}

/**
 * Events folded in memory and not yet written. They are taken a few at a time: what an event was parsed to is then garbage
 * before the collector has copied it once, and what is to be written is each document's last form.
 */
export class Batch {
  /** How far the events that were taken reach; with `poison`, right before the one that could not be. */
  to: Checkpoint;
  poison: Poison | undefined;
  /** How many events were handed in, and the first of them. */
  count = 0;
  first: LoggedEvent | undefined;
  private readonly touched = new Set<string>();

  constructor(
    readonly from: Checkpoint,
    private readonly how: Fold,
    private readonly documents: KeptDocuments,
  ) {
    this.to = from;
  }

  /** Folds events in order, up to the first that cannot be applied. */
  async take(events: readonly LoggedEvent[]): Promise<void> {
    this.first ??= events[0];
    this.count += events.length;
    const { prepared, poison } = prepare(this.how, events);
    await this.documents.fetch(
      prepared.flatMap(({ keys }) => keys),
      this.touched,
    );
    for (const { logged, event, keys } of prepared) {
      try {
        foldEvent(this.how.projection, event, keys, this.documents.known, this.touched);
      } catch (error) {
        this.poison = new Poison(logged, error);
        return;
      }
      this.to = logged.checkpoint;
    }
    this.poison = poison;
  }

  /** What is to be written: each changed document's last form, null for one that is gone. */
  changes(): Map<string, object | null> {
    const changes = new Map<string, object | null>();
    for (const key of this.touched) changes.set(key, this.documents.known.get(key) ?? null);
    return changes;
  }
}

/** Reads the events and asks which documents they touch, up to the first that cannot be read. */
function prepare(
  { projection, catalogue }: Fold,
  events: readonly LoggedEvent[],
): { readonly prepared: readonly Prepared[]; readonly poison?: Poison } {
  const prepared: Prepared[] = [];
  for (const logged of events) {
    try {
      const event = decodeEvent(logged.event, catalogue);
      prepared.push({ logged, event, keys: projection.keys(event) });
    } catch (error) {
      return { prepared, poison: new Poison(logged, error) };
    }
  }
  return { prepared };
}
