import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import type { Scenario } from '../../../../test/support/given-when-then';
import { approved, cap, decisionId, standingApproved } from '../../../../test/support/claim-examples';
import {
  A,
  act,
  ana,
  approve,
  B,
  bob,
  claim,
  claimId,
  district,
  incentives,
  pat,
  pia,
  published,
  received,
  verify,
} from '../../../../test/support/network';

const { given } = incentives;
const reverse = (key: string, fields: object = {}, by = pat) =>
  act('ReverseClaim', key, by, { reason: 'error', note: 'Booked twice.', ...fields });
/** A claim of $5,000, approved. */
const onboard = (from: Scenario, n: number, key: string, more: object = {}): Scenario =>
  from
    .when(claim('district-onboarded', district(n), { key, ...more }))
    .thenAccepted()
    .when(verify(key, pia, { flagsAnswered: [] }))
    .thenAccepted()
    .when(approve(key))
    .thenAccepted();

describe('ReverseClaim', () => {
  it('takes back all that stands, credits the cap year and frees the outcome', () => {
    approved()
      .when({ ...reverse('c'), key: 'decision' })
      .then(
        ClaimReversed({
          claim: standingApproved({ status: 'reversed', reversedCents: cents(500_000) }),
          decisionId,
          reversedCents: cents(500_000),
          cap: cap(2_000_000, 2_500_000),
          rivals: [],
          reversedBy: [pat],
          reason: 'error',
          note: 'Booked twice.',
          period: '2026-08',
        }),
      )
      .when(claim('district-onboarded', district(1)))
      .thenAccepted();
  });

  it('takes back a part, and later the rest; what remains is nothing or a whole incentive', () => {
    const part = approved()
      .when(reverse('c', { cents: 200_000 }))
      .thenAccepted({ claim: { status: 'approved', approvedCents: 500_000, reversedCents: 200_000 } });
    part.when(claim('district-onboarded', district(1))).thenRefusedBecause('DUPLICATE_OUTCOME');
    part
      .when(reverse('c', { cents: 270_001 }))
      .thenRefusedBecause('REVERSAL_REMAINDER', { wouldPass: { cents: 270_000 } });
    part
      .when(reverse('c', { cents: 290_000 }))
      .thenRefusedBecause('REVERSAL_REMAINDER', { wouldPass: { cents: 300_000 } });
    part
      .when(reverse('c', { cents: 270_000 }))
      .thenAccepted({ claim: { status: 'approved', reversedCents: 470_000 } })
      .when(reverse('c'))
      .thenAccepted({ reversedCents: 30_000, claim: { status: 'reversed', reversedCents: 500_000 } })
      .when(reverse('c'))
      .thenNotNow('NOT_OPEN');
  });

  it('keeps the outcome of an ineligible one held for good', () => {
    const barred = approved()
      .when(reverse('c', { reason: 'ineligible' }))
      .thenAccepted();
    barred.when(claim('district-onboarded', district(1))).thenRefusedBecause('DUPLICATE_OUTCOME');
    barred
      .when(claim('district-onboarded', district(1), { partner: B, by: bob, key: 'b' }))
      .thenAccepted({ claim: { status: 'contested' } });
  });

  it('leaves a claim that another partner made since contested: cut loose from it, unless the outcome stays held', () => {
    const rival = () =>
      approved()
        .when(claim('district-onboarded', district(1), { key: 'b', partner: B, by: bob }))
        .thenAccepted({ contests: [claimId('c')] });
    rival()
      .when(reverse('c'))
      .thenAccepted({ rivals: [claimId('b')] })
      .when(verify('b'))
      .thenNotNow('CONTESTED');
    rival()
      .when(reverse('c', { reason: 'ineligible' }))
      .thenAccepted({ rivals: [] });
    rival()
      .when(reverse('c', { cents: 100_000 }))
      .thenAccepted({ rivals: [] });
  });

  it('says no in this order: absent, wrong state, duties, bounds', () => {
    approved().when(reverse('x')).thenNotNow('NOT_FOUND');
    given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted()
      .when(reverse('c'))
      .thenNotNow('NOT_OPEN');
    approved()
      .when(reverse('c', { cents: 0 }, ana))
      .thenRefusedBecause('SOD', { act: 'reverse' });
    approved()
      .when(reverse('c', { cents: 0 }))
      .thenRefusedBecause('REVERSAL_EMPTY');
    approved()
      .when(reverse('c', { cents: 500_001 }))
      .thenRefusedBecause('REVERSAL_ABOVE_APPROVED', { wouldPass: { cents: 500_000 } });
  });

  it('E3: the cap lowered below what is used', () => {
    let scenario = given(received('file'));
    for (const n of [1, 2, 3]) scenario = onboard(scenario, n, `d${n}`);
    scenario = scenario
      .when(claim('strategic-plan-completed', district(1), { key: 'plan' }))
      .thenAccepted()
      .when(verify('plan'))
      .thenAccepted()
      .when(approve('plan'))
      .thenAccepted()
      .when(claim('district-onboarded', district(4), { key: 'd4' }))
      .thenAccepted()
      .when(verify('d4'))
      .thenAccepted();
    const lowered = published({ ...defaultIncentivesPolicy, annualCapCents: cents(2_000_000) }, 2, '2026-08-04');
    scenario.world.record('policy-incentives', [lowered]);
    const used = scenario.world.stateOf<{ capYears: Map<string, object> }>('incentives-1').capYears;
    expect(used.get(`${A}/2026`)).toEqual({ approvedCents: 1_800_000, reservedCents: 500_000, reversedCents: 0 });
    scenario = scenario.when(approve('d4')).thenAccepted({ cap: cap(0, 0, 2_000_000) });
    expect(used.get(`${A}/2026`)).toMatchObject({ approvedCents: 2_300_000, reservedCents: 0 });
    scenario.when(claim('strategic-plan-completed', district(9))).thenRefusedBecause('CAP_EXCEEDED');
    scenario.when(reverse('d1')).thenAccepted({ cap: cap(0, 200_000, 2_000_000) });
  });

  it('E4, the incentive side: a reversal after year end posts to its month and credits the year of the claim', () => {
    const on = { outcomeDate: '2026-11-20', at: '2026-12-01T18:00:00.000Z' };
    let scenario = given(received('file'));
    for (const n of [1, 2, 3, 4, 5]) scenario = onboard(scenario, n, `d${n}`, on);
    scenario = scenario
      .when({ ...reverse('d5'), at: '2027-02-16T18:00:00.000Z' })
      .thenAccepted({ claim: { programYear: 2026 }, period: '2027-02', cap: cap(0, 500_000) });
    const late = { outcomeDate: '2026-12-01', at: '2027-02-20T18:00:00.000Z', key: 'plan' };
    scenario
      .when(claim('strategic-plan-completed', district(9), late))
      .thenAccepted({ claim: { programYear: 2026, reservedCents: 300_000 }, cap: cap(500_000, 200_000) })
      .when(verify('plan'))
      .thenAccepted()
      .when(approve('plan'))
      .thenAccepted();
    const years = scenario.world.stateOf<{ capYears: Map<string, object> }>('incentives-1').capYears;
    expect([...years]).toEqual([[`${A}/2026`, { approvedCents: 2_800_000, reservedCents: 0, reversedCents: 500_000 }]]);
  });
});
