import type { EventCatalogue } from '#kernel/decider/upcast';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { Clock } from '#platform/runtime/clock';
import type { FactsBoard } from '#platform/runtime/handle/facts-board';

/** What a mailbox needs of the machine. */
export interface Post {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly facts: FactsBoard;
  readonly clock: Clock;
  /** How long a batch may stay unresolved: asked again and again, true when it is over (2 s in production). */
  patience(): () => boolean;
}
