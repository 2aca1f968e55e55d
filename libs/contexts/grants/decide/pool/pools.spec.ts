import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { PoolFunded } from '#contexts/grants/events/pool-funded';
import { PoolLapsed } from '#contexts/grants/events/pool-lapsed';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { funded, opened, pool, refusedAct } from '../../../../../test/support/a-round';
import { specification } from '../../../../../test/support/given-when-then';
import { asked, fin, fund, grants, NOW, pia, pinOf, Q3 } from '../../../../../test/support/grants';

const { given } = grants;

describe('FundPool', () => {
  it('gives the year the policy’s money, a quarter each', () => {
    given()
      .when(fund())
      .then(
        PoolFunded({
          pool: pool(),
          releases: [6_250_000, 6_250_000, 6_250_000, 6_250_000].map(cents) as never,
          lapsesFrom: instant('2027-02-28T08:00:00.000Z'),
          policy: pinOf(),
          fundedBy: [pia],
        }),
      );
  });

  it.each([
    ['quarterly', 25_000_003, [6_250_001, 6_250_001, 6_250_001, 6_250_000]],
    ['annual', 25_000_003, [25_000_003, 0, 0, 0]],
  ])('%s: extra cents go to the earliest', (release, fundedCents, releases) => {
    given().when(fund({ release, fundedCents })).thenAccepted({ releases, pool: { release, fundedCents } });
  });

  it('says no in this order: no rules, funded, out of bounds', () => {
    specification([grantsLedger], 'grants-1', NOW).given().when(fund()).thenNotNow('POLICY_MISSING');
    funded()
      .when(fund({ fundedCents: 0 }))
      .thenNotNow('POOL_FUNDED');
    for (const fundedCents of [0, 1_000_000_000_001]) {
      given()
        .when(fund({ fundedCents }))
        .thenRefusedBecause('AMOUNT_OUT_OF_BOUNDS', {
          figures: { fundedCents, mostCents: 1_000_000_000_000 },
        });
    }
    given()
      .when(fund({ fundedCents: 1 }))
      .thenAccepted();
  });
});

describe('LapsePool', () => {
  const due = '2027-02-28T08:00:00.000Z';
  const lapse = (at = due, year = '2026') => asked('LapsePool', { year, by: fin, at });
  it('takes what is available', () => {
    funded()
      .when(lapse())
      .then(
        PoolLapsed({
          pool: pool({ availableCents: cents(0), lapsedCents: cents(25_000_000), lapsed: true }),
          lapsedCents: cents(25_000_000),
          lapsedBy: [fin],
        }),
      );
  });

  it('says no in this order: absent, lapsed, not due, a round undecided', () => {
    funded().when(lapse(due, '2025')).thenNotNow('NOT_FOUND');
    funded().when(lapse()).thenAccepted().when(lapse(NOW)).thenNotNow('POOL_LAPSED');
    opened().when(lapse('2027-02-28T07:59:59.999Z')).thenNotNow('LAPSE_NOT_DUE');
    opened()
      .when(lapse())
      .thenRefused(
        refusedAct('LapsePool', '2026', 'ROUND_UNDECIDED', `The round of ${Q3} must be decided before 2026 lapses.`, {
          quarter: Q3,
        }),
      );
  });
});
