import fc from 'fast-check';
import type { PersonId } from '#kernel/ids/entity-id';
import { A, B, pat } from '../support/network';
import { fay, fin, flo } from '../support/payouts';

/** Finance, and one of program staff who approves much of what is owed. */
export const PEOPLE: readonly PersonId[] = [fin, fay, flo, pat];
const who = fc.nat({ max: 3 });
const which = fc.nat({ max: 9 });
const partnerOf = fc.constantFrom(A, B);

/** One thing that may be asked of the payouts, or happens to a partner; weighted so that every event comes about. */
export const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('owe' as const),
      partner: partnerOf,
      approver: fc.nat({ max: 15 }),
      grant: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('prepare' as const),
      who,
      named: fc.option(fc.array(which, { minLength: 1, maxLength: 4 })),
    }),
  },
  { weight: 14, arbitrary: fc.record({ do: fc.constantFrom('approve' as const, 'export' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), who, which }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      which,
      said: fc.array(fc.constantFrom('settled', 'settled', 'returned', 'unknown', null), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('repay' as const, 'resolve' as const), which, settled: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('pause' as const, 'let go' as const, 'let go' as const),
      partner: partnerOf,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('account' as const),
      partner: partnerOf,
      who: fc.constantFrom(3, 3, 3, 3, 0, 1),
      name: fc.constantFrom('first', 'other'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
