import { LRUCache } from 'lru-cache';
import type { Instant } from '#kernel/time/instant';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { Folder } from '#platform/runtime/as-of/folder';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import type { Timers } from '#platform/runtime/timers';
import { SystemTimers } from '#platform/runtime/timers';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import type { ViewReader } from '#platform/view-store/port/view-store';

/** Not ready in time: 503 with Retry-After. The fold goes on and will be there when the same is asked again. */
export class StillFolding extends Error {
  readonly retryAfterSeconds = 2;

  constructor(readonly sequence: number) {
    super(`the views as of ${sequence} are still being folded`);
    this.name = 'StillFolding';
  }
}

/** An as-of position that the log has not reached. */
export class BeyondLog extends Error {
  constructor(
    readonly sequence: number,
    readonly head: number,
  ) {
    super(`the log ends at ${head}, before ${sequence}`);
    this.name = 'BeyondLog';
  }
}

export interface AsOfSetup {
  readonly log: Pick<EventStore, 'head'>;
  readonly folder: Folder;
  readonly timers?: Timers;
  readonly patienceMs?: number;
  /** How many documents all remembered moments may hold together. */
  readonly maxDocuments?: number;
  /** How many folds may be under way; one more is told to come back. */
  readonly maxFolds?: number;
}

const PATIENCE_MS = 2_000;
const MAX_DOCUMENTS = 500_000;
const MAX_FOLDS = 16;
// Longer than any request lives: one that still reads a moment which fell out of the cache gets its answer.
const FORGET_AFTER_MS = 60_000;

/** Views as they were at an earlier position of the log. A result never changes, so it is remembered. */
export class AsOf {
  private readonly cache: LRUCache<string, PastViews>;
  private readonly folding = new Map<string, Promise<PastViews>>();
  private readonly timers: Timers;
  private readonly maxDocuments: number;

  constructor(private readonly setup: AsOfSetup) {
    this.maxDocuments = setup.maxDocuments ?? MAX_DOCUMENTS;
    this.timers = setup.timers ?? new SystemTimers();
    const dispose = (past: PastViews): void => void this.timers.after(FORGET_AFTER_MS, () => past.forget());
    this.cache = new LRUCache({ maxSize: this.maxDocuments, max: 256, dispose });
  }

  /** Gets ready for questions: for servers, once they take requests. */
  start(): void {
    this.setup.folder.start();
  }

  /** The greatest n with knownAt(n) ≤ `at`; −1 before the first event. */
  sequenceAt(at: Instant): Promise<number> {
    return this.setup.folder.sequenceAt(at);
  }

  /**
   * The views as of `sequence`, inclusive; −1 is before the first event.
   * Rejects with `StillFolding` when that takes longer than anybody should wait, and with `BeyondLog`.
   */
  async at(views: readonly AnyView[], sequence: number): Promise<ViewReader> {
    return this.moment(views, sequence);
  }

  /** The digest of a view as of `sequence`: what its read model must have had there (G11). */
  async digest(view: AnyView, sequence: number): Promise<string> {
    return (await this.moment([view], sequence)).digest(view);
  }

  private async moment(views: readonly AnyView[], sequence: number): Promise<PastViews> {
    const key = `${sequence} ${views.map(tableOf).sort().join(' ')}`;
    const known = this.cache.get(key);
    if (known?.isKept === true) return known;
    const head = await this.setup.log.head();
    if (sequence > head.sequence) throw new BeyondLog(sequence, head.sequence);
    return this.withPatience(this.folding.get(key) ?? this.begin(key, views, sequence), sequence);
  }

  private begin(key: string, views: readonly AnyView[], sequence: number): Promise<PastViews> {
    if (this.folding.size >= (this.setup.maxFolds ?? MAX_FOLDS)) throw new StillFolding(sequence);
    const folding = this.fold(key, views, sequence).finally(() => this.folding.delete(key));
    // Everybody may have lost patience by the time it fails; the next who asks will meet the error.
    folding.catch(() => undefined);
    this.folding.set(key, folding);
    return folding;
  }

  private async fold(key: string, views: readonly AnyView[], sequence: number): Promise<PastViews> {
    const names = views.map(({ name, version }) => ({ name, version }));
    const past = await this.setup.folder.fold({ views: names, until: sequence });
    // One moment larger than all room is still remembered, or whoever was told to come back would never be served.
    this.cache.set(key, past, { size: Math.min(past.documents + 1, this.maxDocuments) });
    return past;
  }

  private withPatience<T>(work: Promise<T>, sequence: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const { patienceMs = PATIENCE_MS } = this.setup;
      const callOff = this.timers.after(patienceMs, () => reject(new StillFolding(sequence)));
      work.then(resolve, reject).finally(callOff);
    });
  }
}
