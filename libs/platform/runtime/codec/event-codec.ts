import { assert } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import type { EventMetadata, NewEvent, SequencedEvent } from '#kernel/decider/event';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

/** Writes an event as the canonical texts that a store keeps. */
export function encodeEvent(id: Uuid, event: NewEvent, metadata: EventMetadata, recordedAt: Instant): EventToAppend {
  return {
    id,
    type: event.type,
    version: event.version,
    recordedAt,
    data: canonical(event.data),
    metadata: canonical(metadata),
  };
}

/**
 * A stored event as folds see it. Only `data` is parsed; `metadata` waits until somebody asks, because most folds never
 * do and parsing it cost two thirds of a long fold. Two dozen folds follow the log together, so an event that they are
 * all handed is parsed once; none may change it.
 */
export function decodeEvent(stored: StoredEvent, catalogue: EventCatalogue): SequencedEvent {
  const last = lastDecoded(catalogue);
  const place = stored.sequence % KEPT;
  const known = last[place];
  if (known?.stored === stored) return known;
  const { version, data } = catalogue.upcast(stored.type, stored.version, parseObject(stored.data, stored));
  return (last[place] = new DecodedEvent(stored, version, data));
}

/** As many as a batch of a mailbox makes, twice; a long fold, where nothing is met again, should not keep more alive. */
const KEPT = 256;
const decoded = new WeakMap<EventCatalogue, DecodedEvent[]>();

function lastDecoded(catalogue: EventCatalogue): DecodedEvent[] {
  let last = decoded.get(catalogue);
  if (last === undefined) decoded.set(catalogue, (last = []));
  return last;
}

class DecodedEvent implements SequencedEvent {
  private parsedMetadata: EventMetadata | undefined;

  constructor(
    readonly stored: StoredEvent,
    readonly version: number,
    readonly data: object,
  ) {}

  get sequence(): number {
    return this.stored.sequence;
  }
  get id(): Uuid {
    return this.stored.id;
  }
  get type(): string {
    return this.stored.type;
  }
  get stream(): string {
    return this.stored.stream;
  }
  get revision(): number {
    return this.stored.revision;
  }
  get recordedAt(): Instant {
    return this.stored.recordedAt;
  }
  get metadata(): EventMetadata {
    return (this.parsedMetadata ??= parseObject(this.stored.metadata, this.stored) as EventMetadata);
  }
}

function parseObject(text: string, { sequence }: StoredEvent): object {
  const value: unknown = JSON.parse(text);
  assert(typeof value === 'object' && value !== null, 'an event whose data or metadata is no object', { sequence });
  return value;
}
