import type { AnyEventType, RecordedEvent } from '#kernel/decider/event';
import type { Reacted } from '#kernel/decider/reaction';
import type { Instant } from '#kernel/time/instant';

/**
 * Something that the system itself does once a moment has passed. The moment is a fact that an event states, so what is
 * due is a fold of the log: no restart loses it. The command's id derives from the event that set it, so nothing is done twice.
 */
export interface Deadline {
  /** In words of the field: `unanswered-claim`. Its command acts as `service:unanswered-claim`. */
  readonly name: string;
  /** All events that set it, move it or lift it. */
  readonly types: readonly AnyEventType[];
  /** What an event says of it, an entry for each entity concerned. Pure. */
  moves(event: RecordedEvent): readonly DeadlineMove[];
  /** What is then asked. Its decider still looks: not due yet, or no longer open, is a "not now". */
  command(entity: string): Pick<Reacted, 'name' | 'command'>;
}

export interface DeadlineMove {
  /** The claim, award or approval that it is about: one due time each. */
  readonly entity: string;
  /** The first moment at which it is due; null lifts it. */
  readonly dueAt: Instant | null;
}
