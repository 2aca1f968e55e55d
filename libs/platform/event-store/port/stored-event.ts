import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';

/** An event as it lies in a store: `data` and `metadata` are canonical JSON texts that nobody has parsed yet. */
export interface StoredEvent {
  readonly sequence: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: Uuid;
  readonly type: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly data: string;
  readonly metadata: string;
}

/** What a writer hands to the store: the store gives sequence and revision. */
export type EventToAppend = Omit<StoredEvent, 'sequence' | 'stream' | 'revision'>;

/**
 * The event's one canonical text (RFC 8785): what is hashed, proved and exported. The members stand in key order, and
 * every value but the two texts is free of characters that JSON would escape, except a stream or type name, which is
 * quoted properly.
 */
export function canonicalEvent(event: StoredEvent): string {
  return (
    `{"data":${event.data},"id":"${event.id}","metadata":${event.metadata},"recordedAt":"${event.recordedAt}",` +
    `"revision":${event.revision},"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)},` +
    `"version":${event.version}}`
  );
}
