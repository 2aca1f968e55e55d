import { canonical } from '#kernel/codec/canonical';
import { fromWire, toWire } from '#platform/event-store/eventstoredb/wire-event';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import type { RecordedEvent } from '@eventstore/db-client';
import * as fc from 'fast-check';
import { eventsOf, minute } from '../../../../test/support/stored-events';

/** What the server gives back: what was sent, through JSON text as the client writes and reads it. */
function sent(event: EventToAppend): RecordedEvent {
  const { id, type, data, metadata } = toWire(event);
  const through = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;
  const place = { streamId: 'a', revision: 4n, isJson: true as const, created: new Date(0) };
  return { ...place, id, type, data: through(data), metadata: through(metadata) };
}

const [example] = eventsOf({ name: 'example', at: minute(7) });

/** Any object that has a canonical form, with keys that JavaScript likes to move or to hide. */
const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('10', '9', '__proto__', 'toString', 'é', '\u0000'));
const { object } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    ...[fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)],
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => {
    const made: object = {};
    for (const [name, value] of members) {
      Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return made;
  }),
}));

describe('an event on the wire', () => {
  it('comes back with every byte, whatever its data and metadata are', () => {
    fc.assert(
      fc.property(object, object, (data, more) => {
        fc.pre(!Object.keys(more).some((name) => name === 'event' || name.startsWith('$')));
        const event = { ...example!, data: canonical(data), metadata: canonical({ ...more, correlationId: 'x' }) };
        expect(fromWire(sent(event), 9)).toEqual({ ...event, stream: 'a', revision: 4, sequence: 9 });
      }),
      { numRuns: 500 },
    );
  });

  it('says to the server’s own tools what belongs together', () => {
    const metadata = canonical({ ...JSON.parse(example!.metadata), correlationId: 'c', causationId: 'e' });
    expect(toWire({ ...example!, metadata }).metadata).toMatchObject({
      $correlationId: 'c',
      $causationId: 'e',
      event: { recordedAt: minute(7), version: 1 },
    });
  });

  it.each(['{"$maxAge":1}', '{"event":{}}'])('takes no metadata that it could not give back: %s', (metadata) => {
    expect(() => toWire({ ...example!, metadata })).toThrow('metadata with a member');
  });

  it('stops on an event that another program wrote', () => {
    const foreign = { ...sent(example!), metadata: { some: 'thing' } };
    expect(() => fromWire(foreign, 0)).toThrow('this program did not write');
    expect(() => fromWire({ ...foreign, isJson: false } as never, 0)).toThrow('this program did not write');
  });
});
