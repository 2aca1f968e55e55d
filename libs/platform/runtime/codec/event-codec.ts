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
 * do and parsing it cost two thirds of a long fold.
 */
export function decodeEvent(stored: StoredEvent, catalogue: EventCatalogue): SequencedEvent {
  const { version, data } = catalogue.upcast(stored.type, stored.version, parseObject(stored.data, stored));
  return new DecodedEvent(stored, version, data);
}

class DecodedEvent implements SequencedEvent {
  private parsedMetadata: EventMetadata | undefined;

  constructor(
    private readonly stored: StoredEvent,
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
