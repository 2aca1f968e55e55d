import type { Scenario } from '../../../../test/support/given-when-then';
import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { cents } from '#kernel/money/cents';
import { cap, claimed, decisionId, denied, standing } from '../../../../test/support/claim-examples';
import {
  act,
  ana,
  B,
  bob,
  claim,
  claimId,
  deny,
  district,
  pat,
  pia,
  pol,
  verify,
} from '../../../../test/support/network';

const byStaff = (name: string, fields: object, by = ana) => ({ ...act(name, 'c', by, fields), role: 'partner-staff' });
const appeal = (by = ana) => byStaff('AppealClaim', { grounds: 'It is in force.' }, by);
const decide = (upheld: boolean, by = pol, fields: object = {}) =>
  act('DecideAppeal', 'c', by, { upheld, reason: 'Looked at again.', ...fields });

const appealed = () => denied().when(appeal()).thenAccepted();

describe('DecideAppeal', () => {
  it('upheld is an approval, by somebody who neither verified nor denied', () => {
    const held = (duty: string) => ({ act: 'decide-appeal', figures: { held: duty } });
    appealed().when(decide(true, pia)).thenRefusedBecause('SOD', held('verified'));
    appealed().when(decide(true, pat)).thenRefusedBecause('SOD', held('denied'));
    appealed()
      .when({ ...decide(true, pol, { approvedCents: 400_000 }), key: 'decision' })
      .then(
        ClaimApproved({
          claim: standing({ status: 'approved', reservedCents: cents(0), approvedCents: cents(400_000) }),
          decisionId,
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_100_000),
          duties: { submitted: [ana], verified: [pia], approved: [pol] },
          reason: 'Looked at again.',
          uponAppeal: true,
        }),
      );
  });

  it('rejected is final and frees headroom and outcome', () => {
    const over = appealed()
      .when({ ...decide(false), key: 'decision' })
      .then(
        AppealRejected({
          claim: standing({ status: 'rejected', reservedCents: cents(0) }),
          decisionId,
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_500_000),
          rivals: [],
          decidedBy: [pol],
          reason: 'Looked at again.',
        }),
      );
    over.when(appeal()).thenNotNow('NOT_OPEN');
    over.when(claim('district-onboarded', district(1))).thenAccepted();
  });

  it('answers the flag across partners that no verification has answered; where one has, it stands', () => {
    const flag = 'EVIDENCE_REUSED_ACROSS_PARTNERS';
    const flagsAnswered = [{ flag, reason: 'One roster for both.' }];
    const uphold = (more: object = {}) => ({
      ...decide(true, pol, more),
      payload: { claimId: claimId('r'), upheld: true, reason: 'Looked at again.', ...more },
    });
    const reused = () =>
      claimed()
        .when(claim('district-onboarded', district(2), { key: 'r', partner: B, by: bob }))
        .thenAccepted({ claim: { flags: [flag] } });
    const again = (scenario: Scenario) =>
      scenario
        .when(deny('r', pat))
        .thenAccepted()
        .when({ ...appeal(bob), payload: { claimId: claimId('r'), grounds: 'It is in force.' } })
        .thenAccepted();
    again(reused()).when(uphold()).thenNotNow('FLAG_UNANSWERED', { status: 409, figures: { flag } });
    again(reused())
      .when(uphold({ flagsAnswered: [{ flag: 'OUT_OF_TERRITORY', reason: 'x' }] }))
      .thenNotNow('FLAG_UNKNOWN');
    again(reused()).when(uphold({ flagsAnswered })).thenAccepted({ uponAppeal: true, flagsAnswered });
    again(
      reused()
        .when(verify('r', pia, { flagsAnswered }))
        .thenAccepted(),
    )
      .when(uphold())
      .thenAccepted();
  });

  it('says no in this order: absent, wrong state, amount of a rejection, duties, bounds', () => {
    denied().when(decide(true)).thenNotNow('NOT_OPEN');
    appealed()
      .when(decide(false, pia, { approvedCents: 1 }))
      .thenNotNow('AMOUNT_UNEXPECTED');
    appealed().when(decide(true, ana)).thenRefusedBecause('SOD');
    appealed()
      .when(decide(true, pol, { approvedCents: 29_999 }))
      .thenRefusedBecause('BELOW_MINIMUM');
    appealed()
      .when(decide(true, pol, { approvedCents: 500_001 }))
      .thenRefusedBecause('ABOVE_CATALOGUE');
  });
});
