import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import {
  abe,
  ana,
  approve,
  B,
  bob,
  claim,
  deny,
  district,
  incentives,
  incentivesUnder,
  policies,
  published,
  received,
  school,
  verify,
} from '../../../../test/support/network';

const { given } = incentives;
const capOf = (dollars: number, from = '2026-08-04') =>
  policies(published({ ...defaultIncentivesPolicy, annualCapCents: cents(dollars * 100) }, 2, from));

describe('a claim under the cap', () => {
  describe('takes what the cap leaves', () => {
    const fill = (until: number) => {
      let scenario = given(received('file'), capOf(until / 100, '2026-08-04'));
      return (scenario = scenario.when(claim('district-onboarded', district(1))).thenAccepted());
    };

    it.each([
      [530_000, 30_000],
      [799_999, 299_999],
      [800_000, 300_000],
      [800_001, 300_000],
    ])('cap %d after $5,000: reserves %d', (cap, reservedCents) => {
      fill(cap)
        .when(claim('strategic-plan-completed', district(2)))
        .thenAccepted({ claim: { reservedCents, truncated: reservedCents < 300_000 } });
    });

    it('refuses headroom 29999, and says what it compared', () => {
      fill(529_999)
        .when(claim('strategic-plan-completed', district(2)))
        .thenRefusedBecause('CAP_EXCEEDED', {
          detail: '$299.99 of the annual cap of $5,299.99 is left; the claim needs at least $300.00.',
          figures: { requestedCents: 300_000, capCents: 529_999, headroomCents: 29_999, neededCents: 30_000 },
          wouldPass: { headroomCents: 30_000 },
        });
    });

    it('charges the cap year of the outcome, each partner its own', () => {
      const full = given(received('file'), received('new'), capOf(5_000))
        .when(claim('district-onboarded', district(1)))
        .thenAccepted();
      full.when(claim('district-onboarded', district(2))).thenRefusedBecause('CAP_EXCEEDED');
      full.when(claim('district-onboarded', district(3), { by: bob, partner: B })).thenAccepted();
      full
        .when(claim('district-onboarded', district(4), { outcomeDate: '2027-01-01', at: '2027-01-02T20:00:00.000Z' }))
        .thenAccepted({ claim: { programYear: 2027, reservedCents: 500_000 } });
    });
  });

  describe('truncates (E1)', () => {
    it('to the cent', () => {
      let scenario = given(received('file'));
      for (const n of [1, 2, 3, 4]) {
        scenario = scenario.when(claim('district-onboarded', district(n), { key: `d${n}` })).thenAccepted();
        scenario = scenario.when(verify(`d${n}`)).thenAccepted();
        scenario = scenario.when(approve(`d${n}`)).thenAccepted({ claim: { approvedCents: 500_000 } });
      }
      const plan = (key: string) => claim('strategic-plan-completed', district(1), { key });
      const course = claim('course-launched', school(1), { courseCode: 'CSP' });
      scenario = scenario.when(plan('plan')).thenAccepted({
        claim: { reservedCents: 300_000, truncated: false },
        cap: { headroomBeforeCents: 500_000, headroomAfterCents: 200_000 },
      });
      scenario = scenario.when(claim('coach-cohort-managed', 'cohort:fall', { key: 'cohort' })).thenAccepted({
        claim: { requestedCents: 250_000, reservedCents: 200_000, truncated: true },
        cap: { headroomAfterCents: 0 },
      });
      scenario = scenario.when(course).thenRefusedBecause('CAP_EXCEEDED', {
        figures: { requestedCents: 100_000, capCents: 2_500_000, headroomCents: 0, neededCents: 30_000 },
      });
      scenario = scenario.when(deny('plan')).thenAccepted({ cap: { headroomAfterCents: 300_000 } });
      scenario = scenario.when(verify('cohort')).thenAccepted();
      scenario = scenario.when(approve('cohort')).thenAccepted({
        claim: { approvedCents: 250_000, reservedCents: 0 },
        releasedCents: 200_000,
        cap: { headroomBeforeCents: 300_000, headroomAfterCents: 250_000 },
      });
      scenario = scenario
        .when({ ...course, key: 'course' })
        .thenAccepted({ claim: { reservedCents: 100_000 }, cap: { headroomAfterCents: 150_000 } });
      // The denied plan of district 1 still holds its outcome: the last claim is for another district.
      scenario.when(claim('strategic-plan-completed', district(2))).thenAccepted({
        claim: { reservedCents: 150_000, truncated: true },
        cap: { headroomAfterCents: 0 },
      });
    });
  });

  describe('shares one cap among all who claim (E2)', () => {
    const race = (whenShort: 'truncate' | 'refuse') => {
      const { given: under } = incentivesUnder(published({ ...defaultIncentivesPolicy, whenShort }));
      const { world } = under(received('file'));
      const asked = Array.from({ length: 20 }, (_, n) => {
        const { name, payload, ...by } = claim('strategic-plan-completed', district(n + 1), { by: n % 2 ? ana : abe });
        return world.ask(name, payload, by).events[0]!;
      });
      return asked.map(({ data }) => ('claim' in data ? (data.claim as ClaimStanding).reservedCents : 0));
    };

    it('truncate: 8 × 300000, one × 100000, 11 refused', () => {
      expect(race('truncate')).toEqual([...Array<number>(8).fill(300_000), 100_000, ...Array<number>(11).fill(0)]);
    });

    it('refuse: 8 × 300000, 12 refused', () => {
      expect(race('refuse')).toEqual([...Array<number>(8).fill(300_000), ...Array<number>(12).fill(0)]);
    });
  });
});
