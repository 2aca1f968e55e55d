import type { NewEvent } from '#kernel/decider/event';
import fc from 'fast-check';
import { ThingGrew, ThingMade, ThingScrapped, ThingsSwapped, Weather } from './toy-log';

const thing = fc.constantFrom('a', 'b', 'c');

const event: fc.Arbitrary<NewEvent> = fc.oneof(
  { weight: 2, arbitrary: thing.map((name) => ThingMade({ thing: name, partnerId: `ptr_${name}` })) },
  {
    weight: 4,
    arbitrary: fc
      .record({ thing, cents: fc.integer({ min: -100, max: 100 }) })
      .map((data): NewEvent => ThingGrew(data)),
  },
  { weight: 2, arbitrary: fc.record({ one: thing, other: thing }).map((data): NewEvent => ThingsSwapped(data)) },
  { weight: 1, arbitrary: thing.map((name): NewEvent => ThingScrapped({ thing: name })) },
  { weight: 2, arbitrary: fc.constant<NewEvent>(Weather({ sky: 'grey' })) },
);

/** Histories in which documents appear, change, touch each other and go, among events that the view does not read. */
export const toyHistory: fc.Arbitrary<NewEvent[]> = fc.array(event, { minLength: 1, maxLength: 25 });

/** So long that each document is touched a hundred times. */
export const longToyHistory: fc.Arbitrary<NewEvent[]> = fc.array(event, { minLength: 150, maxLength: 300 });
