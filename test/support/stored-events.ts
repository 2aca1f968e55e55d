import { digestOf } from '#kernel/codec/digest';
import { canonical } from '#kernel/codec/canonical';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { EventToAppend } from '#platform/event-store/port/stored-event';

/** 1 January 2026 and `minutes` later. */
export const minute = (minutes: number): Instant =>
  instant(new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString());

export interface CommandExample {
  /** Names the command; the ids follow from it. */
  readonly name: string;
  readonly at?: Instant;
  readonly type?: string;
  /** One event each. */
  readonly data?: readonly object[];
}

/** The events of one command as the runtime writes them: payload, digest and capsule in the first. */
export function eventsOf({
  name,
  at = minute(0),
  type = 'SeatReserved',
  data = [{}],
}: CommandExample): EventToAppend[] {
  const id = uuidOf(name);
  const payload = { name };
  return data.map((member, index) => {
    const first = index === 0 ? { payload, bodyHash: digestOf(payload) } : {};
    const capsule = { facts: { at, calendar: {} }, reads: [], rules: 'v1' };
    return {
      id: eventIdOf(id, index),
      type,
      version: 1,
      recordedAt: at,
      data: canonical(member),
      metadata: canonical({
        actor: 'service:example',
        principal: 'service:example',
        role: 'service',
        authentication: { issuer: 'urn:example', method: 'system' },
        command: { id, name: 'ReserveSeat', version: 1, ...first },
        correlationId: name,
        ...(index === 0 ? { capsule } : {}),
      }),
    };
  });
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
