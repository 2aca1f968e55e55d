import {
  A,
  ana,
  approve,
  B,
  bob,
  claim,
  claimId,
  deny,
  district,
  evidenceOf,
  incentives,
  pat,
  received,
  verify,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;

describe('a claim is contested when another partner holds the outcome (E13, first half)', () => {
  const contested = () =>
    given(received('a', A), received('b', B))
      .when(claim('district-onboarded', 'lea:0100390', { key: 'A', evidence: evidenceOf('district-onboarded', 'a') }))
      .thenAccepted({ claim: { status: 'claimed', reservedCents: 500_000 }, contests: [] })
      .when(
        claim('district-onboarded', 'lea:0100390', {
          key: 'B',
          partner: B,
          by: bob,
          evidence: evidenceOf('district-onboarded', 'b'),
        }),
      )
      .thenAccepted({
        claim: { status: 'contested', reservedCents: 0, requestedCents: 500_000, truncated: false },
        cap: { capCents: 2_500_000, headroomBeforeCents: 2_500_000, headroomAfterCents: 2_500_000 },
        contests: [claimId('A')],
      });

  it('reserves nothing, and neither can be verified or approved', () => {
    for (const key of ['A', 'B']) {
      contested().when(verify(key)).thenNotNow('CONTESTED', { status: 409 });
      contested().when(approve(key)).thenNotNow('CONTESTED', { status: 409 });
    }
  });

  it('leaves the first free to be approved once the second is denied or withdrawn', () => {
    contested()
      .when(deny('B'))
      .thenAccepted({ rivals: [claimId('A')], releasedCents: 0 })
      .when(verify('A'))
      .thenAccepted()
      .when(approve('A', pat))
      .thenAccepted({ claim: { approvedCents: 500_000 } });
    contested().when(withdraw('B', bob)).thenAccepted().when(verify('A')).thenAccepted();
  });

  it('leaves the second contested when the first goes: that it stands is for staff to say', () => {
    contested()
      .when(withdraw('A'))
      .thenAccepted({ rivals: [claimId('B')] })
      .when(verify('B'))
      .thenNotNow('CONTESTED');
  });

  it('stands against every holder whose years it meets, not only the first', () => {
    const plan = (key: string, partner: typeof A, outcomeDate: string) =>
      claim('strategic-plan-completed', district(1), {
        key,
        partner,
        by: partner === A ? ana : bob,
        outcomeDate,
        at: `${outcomeDate}T20:00:00.000Z`,
      });
    given(received('file'))
      .when(plan('2024', A, '2024-08-01'))
      .thenAccepted()
      .when(plan('2027', A, '2027-08-01'))
      .thenAccepted()
      .when(plan('2026', B, '2026-08-01'))
      .thenAccepted({ contests: [claimId('2024'), claimId('2027')] })
      .when(verify('2027'))
      .thenNotNow('CONTESTED');
  });
});
