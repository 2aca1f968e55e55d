import type { AnyEventType, SequencedEvent } from '#kernel/decider/event';

/**
 * A pure fold from events to documents: no clock, no randomness, no I/O, so a rebuild gives the same bytes (G11).
 * A new version of the fold is a new version number: it is built beside the old one and switched in when caught up.
 */
export interface Projection<Document extends object> {
  /** The view whose documents it makes. */
  readonly view: { readonly name: string; readonly version: number };
  /** The only event types it is handed. */
  readonly types: readonly AnyEventType[];
  /** The documents that an event touches; none where it does not concern this view. */
  keys(event: SequencedEvent): readonly string[];
  /** The document after the event; null deletes it. The document given is never changed in place. */
  fold(document: Document | undefined, event: SequencedEvent, key: string): Document | null;
}

// A runner drives projections of many document types; each is typed where it is written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyProjection = Projection<any>;
