import { assert } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';
import type { JSONEventData, RecordedEvent } from '@eventstore/db-client';
import { jsonEvent } from '@eventstore/db-client';

type Members = Record<string, unknown>;

/** What our metadata has no member for and the server has no field for. */
interface Envelope {
  readonly recordedAt: Instant;
  readonly version: number;
}

// Beside ours in the server's metadata; the two with $ are what its own tools follow.
const ENVELOPE = 'event';
const CORRELATION = '$correlationId';
const CAUSATION = '$causationId';

/**
 * An event as the server keeps it: data and metadata as JSON that its own tools can read. The JSON that the client writes
 * is not canonical (it moves keys that look like numbers to the front), the values are the same: `fromWire` writes them
 * canonically again and thereby gives back every byte.
 */
export function toWire(event: EventToAppend): JSONEventData {
  const { id, type, version, recordedAt } = event;
  const metadata = JSON.parse(event.metadata) as Members;
  assert(!(ENVELOPE in metadata), 'metadata with a member that the store needs for itself', { type, member: ENVELOPE });
  assert(!Object.keys(metadata).some(isServers), 'metadata with a member of the server’s', { type });
  const envelope: Envelope = { recordedAt, version };
  const { correlationId, causationId } = metadata;
  const wire: Members = { ...metadata, [ENVELOPE]: envelope };
  if (typeof correlationId === 'string') wire[CORRELATION] = correlationId;
  if (typeof causationId === 'string') wire[CAUSATION] = causationId;
  return jsonEvent({ id, type, data: JSON.parse(event.data) as Members, metadata: wire });
}

/** An event that the server gave, with the exact texts that were appended. Stops on one that this program did not write. */
export function fromWire(recorded: RecordedEvent, sequence: number): StoredEvent {
  const { streamId: stream, id, type, data, metadata: wire } = recorded;
  const revision = Number(recorded.revision);
  const envelope = recorded.isJson && isObject(wire) ? wire[ENVELOPE] : undefined;
  assert(isObject(wire) && isEnvelope(envelope), 'an event that this program did not write', {
    stream,
    revision,
    type,
  });
  const { [ENVELOPE]: _envelope, [CORRELATION]: _correlation, [CAUSATION]: _causation, ...metadata } = wire;
  const { version, recordedAt } = envelope;
  return {
    ...{ sequence, stream, revision, id: id as Uuid, type, version, recordedAt: instant(recordedAt) },
    ...{ data: canonical(data), metadata: canonical(metadata) },
  };
}

/** True for the streams that are counted; the others are the server's own. */
export const isCounted = ({ streamId }: Pick<RecordedEvent, 'streamId'>): boolean => !isServers(streamId);

const isServers = (name: string): boolean => name.startsWith('$');

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function isEnvelope(value: unknown): value is Envelope {
  return isObject(value) && typeof value['version'] === 'number' && typeof value['recordedAt'] === 'string';
}
