import { eventType } from '#kernel/decider/event';
import type { EventMetadata, EventOf, NewEvent } from '#kernel/decider/event';
import type { Projection } from '#kernel/decider/projection';
import { EventCatalogue } from '#kernel/decider/upcast';
import type { PartnerId } from '#kernel/ids/entity-id';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import { encodeEvent } from '#platform/runtime/codec/event-codec';
import type { View } from '#platform/view-store/port/view';

/** A small business for specs of the machine: things are made, grow, are handed over and are scrapped. */
export const ThingMade = eventType<'ThingMade', { thing: string; partnerId: PartnerId }>('ThingMade', 1);
export const ThingGrew = eventType<'ThingGrew', { thing: string; cents: number }>('ThingGrew', 1);
export const ThingsSwapped = eventType<'ThingsSwapped', { one: string; other: string }>('ThingsSwapped', 1);
export const ThingScrapped = eventType<'ThingScrapped', { thing: string }>('ThingScrapped', 1);
/** An event that no toy projection reads. */
export const Weather = eventType<'Weather', { sky: string }>('Weather', 1);

export const toyCatalogue = new EventCatalogue([ThingMade, ThingGrew, ThingsSwapped, ThingScrapped, Weather]);

export interface Thing {
  readonly thing: string;
  readonly partnerId: PartnerId;
  readonly grown: number;
  readonly swaps: number;
  readonly lastSequence: number;
}
type ThingEvent = EventOf<typeof ThingMade | typeof ThingGrew | typeof ThingsSwapped | typeof ThingScrapped>;

export const thingsView: View<Thing> = {
  name: 'things',
  version: 1,
  partnerOf: (thing) => thing.partnerId,
  fields: { partnerId: 'text', grown: 'integer' },
  totals: ['grown'],
};

export const things: Projection<Thing> = {
  view: { name: 'things', version: 1 },
  types: [ThingMade, ThingGrew, ThingsSwapped, ThingScrapped],
  keys: (event) => {
    const { data } = event as ThingEvent;
    return 'one' in data ? [data.one, data.other] : [data.thing];
  },
  fold: (thing, event) => {
    const { type, data } = event as ThingEvent;
    if (type === 'ThingMade') return { ...data, grown: 0, swaps: 0, lastSequence: event.sequence };
    if (thing === undefined || type === 'ThingScrapped') return null;
    if (type === 'ThingGrew') {
      return { ...thing, grown: thing.grown + data.cents, lastSequence: event.sequence };
    }
    return { ...thing, swaps: thing.swaps + 1, lastSequence: event.sequence };
  },
};

const metadata: EventMetadata = {
  actor: 'service:toy',
  principal: 'service:toy',
  role: 'toy',
  authentication: { issuer: 'toy', method: 'system' },
  command: { id: uuidOf('toy'), name: 'toy', version: 1 },
  correlationId: 'toy',
};

/** A log in memory that takes events as they come, one append each, all in stream `toy-1`. */
export class ToyLog {
  private revision = -1;

  constructor(readonly store: EventStore = new MemoryEventStore()) {}

  /** Appends; the sequence of the last event. */
  async append(...events: readonly NewEvent[]): Promise<number> {
    return this.appendAt(instant('2026-04-01T07:00:00.000Z'), ...events);
  }

  async appendAt(at: Instant, ...events: readonly NewEvent[]): Promise<number> {
    const encoded = events.map((event, i) =>
      encodeEvent(eventIdOf(uuidOf(`toy ${this.revision}`), i), event, metadata, at),
    );
    const result = await this.store.append('toy-1', this.revision, encoded);
    if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
    this.revision = result.lastRevision;
    return result.lastSequence;
  }
}
