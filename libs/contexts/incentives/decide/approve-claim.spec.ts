import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { approved, cap, claimed, clash, decisionId, standing, verified } from '../../../../test/support/claim-examples';
import {
  ana,
  approve,
  claim,
  district,
  incentives,
  pat,
  pia,
  pol,
  policies,
  published,
  received,
  verify,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;

describe('ApproveClaim', () => {
  it('approves the catalogue’s amount when no other is named, and names who held which duty', () => {
    verified()
      .when({ ...approve('c', pat, { reason: 'Fine.' }), key: 'decision' })
      .then(
        ClaimApproved({
          claim: standing({ status: 'approved', reservedCents: cents(0), approvedCents: cents(500_000) }),
          decisionId,
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_000_000),
          duties: { submitted: [ana], verified: [pia], approved: [pat] },
          reason: 'Fine.',
        }),
      );
  });

  it('says no in this order: absent, contested, wrong state, clash of duties, bounds, cap', () => {
    claimed().when(approve('other')).thenNotNow('NOT_FOUND', { status: 404 });
    claimed()
      .when(approve('c', ana))
      .thenNotNow('NOT_OPEN', { figures: { status: 'claimed', needed: 'verified' } });
    approved().when(approve('c', pol)).thenNotNow('NOT_OPEN');
    verified()
      .when(approve('c', pia, { approvedCents: 0 }))
      .thenRefused(clash('approve', pia, 'verified'));
    verified()
      .when(approve('c', ana, { approvedCents: 0 }))
      .thenRefused(clash('approve', ana, 'partner'));
    verified().when(withdraw('c')).thenAccepted().when(approve('c')).thenNotNow('NOT_OPEN');
  });

  it.each([
    [0, 'BELOW_MINIMUM', { approvedCents: 0, minimumCents: 30_000 }, { approvedCents: 30_000 }],
    [29_999, 'BELOW_MINIMUM', { approvedCents: 29_999, minimumCents: 30_000 }, { approvedCents: 30_000 }],
    [500_001, 'ABOVE_CATALOGUE', { approvedCents: 500_001, catalogueCents: 500_000 }, { approvedCents: 500_000 }],
  ])('refuses %d: %s', (approvedCents, because, figures, wouldPass) => {
    verified()
      .when(approve('c', pat, { approvedCents }))
      .thenRefusedBecause(because, { figures, wouldPass });
  });

  it.each([30_000, 499_999, 500_000])('approves %d and frees the rest', (approvedCents) => {
    verified()
      .when(approve('c', pat, { approvedCents }))
      .thenAccepted({
        claim: { approvedCents, reservedCents: 0 },
        cap: { headroomAfterCents: 2_500_000 - approvedCents },
      });
  });

  it('approves no more than reservation and headroom, and says what would pass', () => {
    const lowered = published({ ...defaultIncentivesPolicy, annualCapCents: cents(800_000) }, 2, '2026-08-04');
    const short = () =>
      given(received('file'), policies(lowered))
        .when(claim('district-onboarded', district(1), { key: 'full' }))
        .thenAccepted()
        .when(claim('district-onboarded', district(2), { key: 'c' }))
        .thenAccepted({ claim: { reservedCents: 300_000, truncated: true } })
        .when(verify('c'))
        .thenAccepted();
    short()
      .when(approve('c', pat, { approvedCents: 300_001 }))
      .thenRefusedBecause('CAP_EXCEEDED', {
        figures: { approvedCents: 300_001, affordableCents: 300_000, reservedCents: 300_000, capCents: 800_000 },
        wouldPass: { approvedCents: 300_000 },
      });
    short()
      .when(approve('c'))
      .thenAccepted({ claim: { approvedCents: 300_000, truncated: true } });
  });

  it('approves what was reserved after the cap was lowered below it (E3, as far as these commands reach)', () => {
    let scenario = given(received('file'));
    for (const n of [1, 2, 3, 4]) {
      const key = `d${n}`;
      scenario = scenario.when(claim('district-onboarded', district(n), { key })).thenAccepted();
      scenario = scenario.when(verify(key)).thenAccepted();
      if (n < 4) scenario = scenario.when(approve(key)).thenAccepted();
    }
    scenario.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, annualCapCents: cents(1_800_000) }, 2, '2026-08-04'),
    ]);
    scenario.when(claim('strategic-plan-completed', district(9))).thenRefusedBecause('CAP_EXCEEDED', {
      detail: '$0.00 of the annual cap of $18,000.00 is left; the claim needs at least $300.00.',
    });
    scenario.when(approve('d4')).thenAccepted({
      claim: { approvedCents: 500_000 },
      cap: { capCents: 1_800_000, headroomBeforeCents: 0, headroomAfterCents: 0 },
    });
  });

  it('goes by the version under which the claim was made, also when a later one rules its day', () => {
    const scenario = verified();
    scenario.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, minimumCents: cents(400_000) }, 2, '2026-08-01'),
    ]);
    scenario.when(approve('c', pat, { approvedCents: 300_000 })).thenAccepted({ claim: { policy: { version: 1 } } });
  });
});
