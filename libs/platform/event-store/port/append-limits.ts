import { assert } from '#kernel/assert/assert';
import type { ExpectedRevision } from '#platform/event-store/port/event-store';
import { MAX_APPEND_BYTES, NO_STREAM } from '#platform/event-store/port/event-store';
import type { EventToAppend } from '#platform/event-store/port/stored-event';

// What a store adds to an event's texts: its id, its type's framing, the lengths. Generous, so that no server refuses.
const OVERHEAD_BYTES = 256;
// No UTF-16 code unit takes more than three bytes in UTF-8.
const MAX_BYTES_PER_UNIT = 3;

/** Stops an append that no store would take; every adapter asks before anything is queued. */
export function assertAppendable(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): void {
  assert(stream !== '' && !stream.startsWith('$'), 'a stream has a name, and $ is for the store itself', { stream });
  assert(Number.isSafeInteger(expected) && expected >= NO_STREAM, 'not a revision', { stream, expected });
  assert(events.length > 0, 'an append of no events', { stream });
  assert(isUnderLimit(events), 'an append too large for one transaction', { stream, limit: MAX_APPEND_BYTES });
}

/** The cheap bound is enough for almost every append; only a large one has its bytes counted. */
function isUnderLimit(events: readonly EventToAppend[]): boolean {
  let units = 0;
  for (const event of events) units += event.data.length + event.metadata.length + event.type.length + OVERHEAD_BYTES;
  return units * MAX_BYTES_PER_UNIT < MAX_APPEND_BYTES || appendBytes(events) < MAX_APPEND_BYTES;
}

/** UTF-8 bytes that an append counts against `MAX_APPEND_BYTES`. */
export function appendBytes(events: readonly EventToAppend[]): number {
  let bytes = 0;
  for (const { data, metadata, type } of events) {
    bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata) + Buffer.byteLength(type) + OVERHEAD_BYTES;
  }
  return bytes;
}
