import { InvariantBroken } from '#kernel/assert/assert';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { typesOf } from '#platform/runtime/project/built-view';
import { foldBatch } from '#platform/runtime/project/fold-batch';
import { Poison } from '#platform/runtime/project/poison';
import type { ProjectionSetup } from '#platform/runtime/project/projection-setup';
import { nextTurn } from '#platform/runtime/timers';

const BATCH_EVENTS = 1_000;
const BATCH_MS = 10;

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
  }

  async read(): Promise<Read> {
    const { log, batchMs = BATCH_MS } = this.setup;
    const from = await this.position();
    // Asked before reading: up to here the filtered read is known to be complete, even if its last event came earlier.
    const head = await log.head();
    if (head.sequence <= from.sequence) return 'end';
    let batch: LoggedEvent[] = [];
    let [at, began] = [from, performance.now()];
    for await (const logged of log.readAll(from, this.types)) {
      batch.push(logged);
      if (batch.length < this.batchEvents && performance.now() - began < batchMs) continue;
      if ((await this.apply(at, batch, logged.checkpoint)) === 'again') return 'again';
      [at, began] = [logged.checkpoint, performance.now()];
      batch = [];
    }
    const last = batch.at(-1)?.checkpoint ?? at;
    return this.apply(at, batch, last.sequence < head.sequence ? head : last);
  }

  private async position(): Promise<Checkpoint> {
    if (this.checkpoint === undefined) {
      this.checkpoint = await this.setup.views.checkpoint(this.built.view);
      if (this.driver.isCurrent()) this.driver.moved(this.checkpoint);
    }
    return this.checkpoint;
  }

  private async apply(from: Checkpoint, batch: readonly LoggedEvent[], end: Checkpoint): Promise<Read> {
    if (end.sequence === from.sequence) return 'end';
    await this.setup.delay?.();
    const load = (keys: readonly string[]) => this.setup.views.load(this.built.view, keys);
    const by = { projection: this.built.projection, catalogue: this.setup.catalogue };
    const { changes, to, poison } = await foldBatch(by, from, batch, load);
    if (!this.driver.isCurrent()) return 'again';
    const reached = poison === undefined ? end : to;
    if (reached !== from && !(await this.write(batch, from, changes, reached))) {
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
  private async write(
    batch: readonly LoggedEvent[],
    from: Checkpoint,
    changes: ReadonlyMap<string, object | null>,
    to: Checkpoint,
  ): Promise<boolean> {
    try {
      const applied = await this.setup.views.apply(this.built.view, from, changes, to);
      if (applied) this.batchEvents = Math.min(this.limit, this.batchEvents * 2);
      return applied;
    } catch (error) {
      // A document that no store can hold. Which event made it shows when that event is alone in its batch.
      const [event] = batch;
      if (!(error instanceof InvariantBroken) || event === undefined) throw error;
      if (batch.length === 1) throw new Poison(event, error);
      this.batchEvents = 1;
      return false;
    }
  }
}
