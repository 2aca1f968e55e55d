import { InvariantBroken } from '#kernel/assert/assert';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { typesOf } from '#platform/runtime/project/built-view';
import { Batch } from '#platform/runtime/project/fold-batch';
import { KeptDocuments } from '#platform/runtime/project/kept-documents';
import { Poison } from '#platform/runtime/project/poison';
import type { ProjectionSetup } from '#platform/runtime/project/projection-setup';
import { nextTurn } from '#platform/runtime/timers';

const BATCH_EVENTS = 1_000;
const BATCH_MS = 50;
/** So many events are parsed and folded at once. */
const TAKEN_EVENTS = 64;

/** `end`: the view stands at the log's end. `again`: the ground has moved, begin anew from where the store says it is. */
export type Read = 'end' | 'again';

/** Whoever drives a catch-up. */
export interface Driver {
  /** False once it has given this catch-up up; nothing more is then written or told. */
  isCurrent(): boolean;
  moved(to: Checkpoint): void;
}

/**
 * Brings one view from its checkpoint to the end of the log, a batch at a time: folded in memory, written with the new
 * checkpoint in one step, with a turn of the event loop between batches. Throws `Poison` at an event that it cannot take.
 */
export class CatchUp {
  private readonly types: readonly string[];
  private readonly limit: number;
  private batchEvents: number;
  private readonly documents: KeptDocuments;
  /** Undefined until the store was asked, and again when somebody else has moved the view. */
  private checkpoint: Checkpoint | undefined;

  constructor(
    private readonly built: BuiltView,
    private readonly setup: ProjectionSetup,
    private readonly driver: Driver,
  ) {
    this.types = typesOf([built.projection]);
    this.limit = setup.batchEvents ?? BATCH_EVENTS;
    this.batchEvents = this.limit;
    const load = (keys: readonly string[]) => setup.views.load(built.view, keys);
    this.documents = new KeptDocuments(load);
  }

  async read(): Promise<Read> {
    try {
      const from = await this.position();
      // Asked before reading: up to here the filtered read is known to be complete, even if its last event came earlier.
      const head = await this.setup.log.head();
      return head.sequence <= from.sequence ? 'end' : await this.readOn(from, head);
    } catch (error) {
      // What was folded and not written is in no store.
      this.documents.forget();
      throw error;
    }
  }

  private async readOn(from: Checkpoint, head: Checkpoint): Promise<Read> {
    const { log, batchMs = BATCH_MS } = this.setup;
    let [batch, began] = [this.batchAfter(from), performance.now()];
    let events: LoggedEvent[] = [];
    for await (const logged of log.readAll(from, this.types)) {
      events.push(logged);
      const isFull = batch.count + events.length >= this.batchEvents;
      if (!isFull && events.length < TAKEN_EVENTS) continue;
      await batch.take(events);
      events = [];
      if (!isFull && batch.poison === undefined && performance.now() - began < batchMs) continue;
      if ((await this.apply(batch, logged.checkpoint)) === 'again') return 'again';
      [batch, began] = [this.batchAfter(logged.checkpoint), performance.now()];
    }
    if (events.length > 0) await batch.take(events);
    return this.apply(batch, batch.to.sequence < head.sequence ? head : batch.to);
  }

  private async position(): Promise<Checkpoint> {
    if (this.checkpoint === undefined) {
      this.documents.forget();
      this.checkpoint = await this.setup.views.checkpoint(this.built.view);
      if (this.driver.isCurrent()) this.driver.moved(this.checkpoint);
    }
    return this.checkpoint;
  }

  private batchAfter(from: Checkpoint): Batch {
    return new Batch(from, { projection: this.built.projection, catalogue: this.setup.catalogue }, this.documents);
  }

  /** Writes a batch, which reaches to `end` unless an event stopped it before. */
  private async apply(batch: Batch, end: Checkpoint): Promise<Read> {
    const { from, poison } = batch;
    if (end.sequence === from.sequence) return 'end';
    await this.setup.delay?.();
    if (!this.driver.isCurrent()) return 'again';
    const reached = poison === undefined ? end : batch.to;
    if (!(reached === from ? await this.stillStandsAt(from) : await this.write(batch, reached))) {
      this.checkpoint = undefined;
      return 'again';
    }
    this.checkpoint = reached;
    if (!this.driver.isCurrent()) return 'again';
    this.driver.moved(reached);
    if (poison !== undefined) throw poison;
    await nextTurn();
    return this.driver.isCurrent() ? 'end' : 'again';
  }

  /** False when another runner has moved the view (G12), or when the batch has to be taken one event at a time. */
  private async write(batch: Batch, to: Checkpoint): Promise<boolean> {
    const changes = batch.changes();
    try {
      const { view } = this.built;
      const applied = await (changes.size === 0
        ? this.setup.views.move(view, batch.from, to)
        : this.setup.views.apply(view, batch.from, changes, to));
      if (!applied) return false;
      this.batchEvents = Math.min(this.limit, this.batchEvents * 2);
      this.documents.written(changes);
      return true;
    } catch (error) {
      // A document that no store can hold. Which event made it shows when that event is alone in its batch.
      const { first, count } = batch;
      if (!(error instanceof InvariantBroken) || first === undefined) throw error;
      if (count === 1) throw new Poison(first, error);
      this.batchEvents = 1;
      return false;
    }
  }

  /** A fold that failed on documents that were lost meanwhile says nothing against the event. */
  private async stillStandsAt({ sequence }: Checkpoint): Promise<boolean> {
    return (await this.setup.views.checkpoint(this.built.view)).sequence === sequence;
  }
}
