import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { cents } from '#kernel/money/cents';
import { inStream } from '../../../../test/support/given-when-then';
import { approved, cap, claimed, denied, standing, verified } from '../../../../test/support/claim-examples';
import {
  A,
  abe,
  affiliated,
  amy,
  bob,
  claim,
  district,
  incentives,
  pia,
  pol,
  received,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;

describe('WithdrawClaim', () => {
  it('takes the claim back and frees headroom and outcome', () => {
    verified()
      .when(withdraw('c', abe))
      .then(
        ClaimWithdrawn({
          claim: standing({ status: 'withdrawn', reservedCents: cents(0) }),
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_500_000),
          rivals: [],
          withdrawnBy: [abe],
        }),
      );
  });

  it('says no in this order: absent or another’s, decided', () => {
    claimed().when(withdraw('other')).thenNotNow('NOT_FOUND');
    for (const by of [bob, amy, pia]) claimed().when(withdraw('c', by)).thenNotNow('NOT_FOUND', { status: 404 });
    approved().when(withdraw('c', bob)).thenNotNow('NOT_FOUND');
    for (const decided of [approved, denied]) decided().when(withdraw('c')).thenNotNow('NOT_OPEN');
    claimed().when(withdraw('c')).thenAccepted().when(withdraw('c')).thenNotNow('NOT_OPEN');
  });

  it('not by somebody whose affiliation has ended', () => {
    const left = inStream(`partner-${A}`, affiliated(A, pol, 'partner-staff', ['2020-01-01', '2026-08-03']));
    given(received('file'), left)
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted()
      .when(withdraw('c', pol))
      .thenNotNow('NOT_FOUND');
    const lastDay = inStream(`partner-${A}`, affiliated(A, pol, 'partner-staff', ['2020-01-01', '2026-08-04']));
    given(received('file'), lastDay)
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted()
      .when(withdraw('c', pol))
      .thenAccepted();
  });
});
