import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { approved, cap, claimed, clash, decisionId, standing, verified } from '../../../../test/support/claim-examples';
import { ana, claim, deny, district, incentives, pat, pia, received } from '../../../../test/support/network';

describe('DenyClaim', () => {
  it('frees the headroom, and the outcome at local midnight after day 30', () => {
    verified()
      .when({ ...deny('c', pat), key: 'decision' })
      .then(
        ClaimDenied({
          claim: standing({ status: 'denied', reservedCents: cents(0) }),
          decisionId,
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_500_000),
          rivals: [],
          deniedBy: [pat],
          reason: 'Not shown.',
          appealableUntil: instant('2026-09-04T07:00:00.000Z'),
        }),
      );
  });

  it('says no in this order: absent, wrong state, clash of duties', () => {
    claimed().when(deny('other')).thenNotNow('NOT_FOUND');
    approved().when(deny('c', ana)).thenNotNow('NOT_OPEN');
    claimed()
      .when(deny('c', ana))
      .thenRefused(clash('deny', ana, 'partner'));
  });

  it('is refused to whoever entered it for the partner', () => {
    const entered = incentives
      .given(received('file'))
      .when({ ...claim('district-onboarded', district(1), { key: 'c' }), by: pia, onBehalfOf: ana })
      .thenAccepted();
    entered.when(deny('c', pia)).thenRefused(clash('deny', pia, 'submitted'));
    entered.when(deny('c', pat)).thenAccepted();
  });

  it('may be done by whoever verified', () => {
    verified().when(deny('c', pia)).thenAccepted();
  });
});
