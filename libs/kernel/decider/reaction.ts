import type { AnyEventType, RecordedEvent } from '#kernel/decider/event';
import type { Requested } from '#kernel/requested/requested';

/**
 * The one-way door between contexts: a pure function from an event to a command of the reacting context. The command's
 * id derives from the reaction and the event, so delivering the event again finds the command already done.
 */
export interface Reaction {
  readonly name: string;
  readonly types: readonly AnyEventType[];
  react(event: RecordedEvent): { readonly name: string; readonly command: Requested } | undefined;
}
