import type { EventCatalogue } from '#kernel/decider/upcast';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { AsOf } from '#platform/runtime/as-of/as-of';
import type { Clock } from '#platform/runtime/clock';
import type { AnyFactFold } from '#platform/runtime/context';
import type { DeadlineBoard } from '#platform/runtime/deadlines/deadline-board';
import type { ErasableBlobs } from '#platform/runtime/erase/erasable-blobs';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { ProjectionBoard } from '#platform/runtime/project/projection-board';
import type { ReactionBoard } from '#platform/runtime/react/reaction-board';
import type { ViewStore } from '#platform/view-store/port/view-store';

/** A running network, whatever engines it stands on: what the apps are given. */
export interface Network {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly folds: readonly AnyFactFold[];
  readonly commands: CommandRuntime;
  readonly facts: FactsBoard;
  readonly views: ViewStore;
  readonly projections: ProjectionBoard;
  readonly reactions: ReactionBoard;
  readonly deadlines: DeadlineBoard;
  readonly asOf: AsOf;
  /** Heeding the log's erasures. */
  readonly blobs: ErasableBlobs;
  readonly clock: Clock;
  /** Answers what is in hand, then lets go of everything. */
  close(): Promise<void>;
}
