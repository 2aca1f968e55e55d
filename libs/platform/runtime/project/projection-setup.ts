import type { EventCatalogue } from '#kernel/decider/upcast';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { Timers } from '#platform/runtime/timers';
import type { ViewStore } from '#platform/view-store/port/view-store';

/** What all runners of a process share. */
export interface ProjectionSetup {
  readonly log: Pick<EventStore, 'readAll' | 'head' | 'onAppended'>;
  readonly views: ViewStore;
  readonly catalogue: EventCatalogue;
  readonly timers?: Timers;
  /** How many events, or how long a gathering of them, make a batch: what HTTP may have to wait for. */
  readonly batchEvents?: number;
  readonly batchMs?: number;
  /** How often the log is looked at although nobody called (G14). */
  readonly pollMs?: number;
  /** Waited for before every batch: lets a test run everything with projections that lag at random. */
  readonly delay?: () => Promise<void>;
  /** From 0 to 1: keeps retries of many runners out of step. */
  readonly random?: () => number;
}
