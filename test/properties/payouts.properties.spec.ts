import fc from 'fast-check';
import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import { Life } from './payouts-life';
import { step } from './payouts-steps';

describe('whatever is asked of the payouts', () => {
  it('one decision is one payable, one payable one open instruction, nobody has two duties, no cent is lost', () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 90, size: 'max' }), (steps) => {
        const life = new Life(steps);
        life.compare();
        for (const [type, count] of life.told) told.set(type, (told.get(type) ?? 0) + count);
      }),
      { numRuns: 400, seed: 20_260_805 },
    );
    // A property that never comes to an event says nothing about it.
    const events = payoutsLedger.events.map(({ type }) => type).filter((type) => !type.startsWith('Receivable'));
    expect(events.filter((type) => (told.get(type) ?? 0) < 20)).toEqual([]);
  }, 120_000);
});
