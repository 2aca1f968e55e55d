import type { AnyEventType, EventMetadata, RecordedEvent } from '#kernel/decider/event';
import type { Requested } from '#kernel/requested/requested';

/**
 * The one-way door between contexts: a pure function from an event to a command of the reacting context. The command's
 * id derives from the reaction and the event, so delivering the event again finds the command already done.
 */
export interface Reaction {
  readonly name: string;
  readonly types: readonly AnyEventType[];
  /** What a person asked for may meet a no by the time it is issued; anything else that does is a bug and stops. */
  readonly mayMeetNo?: true;
  react(event: RecordedEvent): Reacted | undefined;
}

/** The command of a reaction, and in whose name: the job's own, unless people asked for it. */
export interface Reacted {
  readonly name: string;
  readonly command: Requested;
  readonly by?: Pick<EventMetadata, 'actor' | 'principal' | 'role' | 'authentication'>;
}
