import { PayloadErased } from '#contexts/access/events/payload-erased';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { inStream, specification } from '../../../../test/support/given-when-then';
import {
  A,
  amy,
  ana,
  B,
  bob,
  claim,
  claimId,
  district,
  evidenceOf,
  file,
  incentives,
  NOW,
  partnerA,
  pia,
  policyOf,
  received,
  school,
} from '../../../../test/support/network';
import { incentivesLedger } from './incentives-ledger';

const { given } = incentives;

describe('ClaimIncentive', () => {
  it('reserves the catalogue’s amount in the claim itself', () => {
    given(received('plan'), received('sign'))
      .when(
        claim('strategic-plan-completed', district(1), {
          key: 'plan',
          note: 'Adopted.',
          evidence: [
            { kind: 'adopted-plan', sha256: file('plan') },
            { kind: 'district-sign-off', sha256: file('sign') },
          ],
        }),
      )
      .then(
        IncentiveClaimed({
          claim: {
            claimId: claimId('plan'),
            status: 'claimed',
            partnerId: A,
            programYear: 2026,
            outcomeType: 'strategic-plan-completed',
            subjectId: 'lea:0100001',
            outcomeDate: plainDate('2026-08-01'),
            requestedCents: cents(300_000),
            reservedCents: cents(300_000),
            approvedCents: cents(0),
            truncated: false,
            flags: [],
            policy: policyOf(defaultIncentivesPolicy),
          },
          cap: {
            capCents: cents(2_500_000),
            headroomBeforeCents: cents(2_500_000),
            headroomAfterCents: cents(2_200_000),
          },
          submittedBy: [ana],
          outcome: { key: 'strategic-plan-completed|lea:0100001', unit: 'year', position: 2026, span: 3 },
          evidence: [
            { kind: 'adopted-plan', sha256: file('plan') },
            { kind: 'district-sign-off', sha256: file('sign') },
          ],
          note: 'Adopted.',
          contests: [],
        }),
      );
  });

  it('tells the caller how the claim stands, and where it is', () => {
    given(received('file'))
      .when(claim('course-launched', school(1), { key: 'csp', courseCode: ' c s-p\u200b' }))
      .thenReply({
        status: 201,
        location: `/v1/claims/${claimId('csp')}`,
        body: {
          id: claimId('csp'),
          status: 'claimed',
          partnerId: A,
          programYear: 2026,
          outcomeType: 'course-launched',
          subjectId: school(1),
          outcomeDate: '2026-08-01',
          requestedCents: 100_000,
          reservedCents: 100_000,
          approvedCents: 0,
          truncated: false,
          flags: [],
          policy: policyOf(defaultIncentivesPolicy),
        },
      });
  });

  it('counts as submitted by the one who typed it and the one for whom', () => {
    const command = { ...claim('district-onboarded', district(1)), by: pia, onBehalfOf: ana };
    given(received('file'))
      .when(command)
      .thenAccepted({ submittedBy: [pia, ana] });
  });

  describe('is for the partner’s own staff, today', () => {
    it.each([
      ['staff of another partner', bob],
      ['a champion', amy],
      ['network staff', pia],
    ])('not for %s', (_, by) => {
      given(received('file'))
        .when(claim('district-onboarded', district(1), { by }))
        .thenNotNow('NOT_FOUND', { status: 404 });
    });

    it('not for a partner that is not there', () => {
      given(received('file'))
        .when(claim('district-onboarded', district(1), { partner: B, by: ana }))
        .thenNotNow('NOT_FOUND');
    });

    it('and not before there are rules', () => {
      specification([incentivesLedger], 'incentives-1', NOW, [partnerA])
        .given(received('file'))
        .when(claim('district-onboarded', district(1)))
        .thenNotNow('POLICY_MISSING');
    });
  });

  describe('names evidence that was received', () => {
    it('from this partner or from network staff', () => {
      given(received('file', A))
        .when(claim('district-onboarded', district(1)))
        .thenAccepted();
      given(received('file'))
        .when(claim('district-onboarded', district(1)))
        .thenAccepted();
      given(received('file', B))
        .when(claim('district-onboarded', district(1)))
        .thenNotNow('EVIDENCE_NOT_RECEIVED', { figures: { sha256: file('file'), kind: 'district-agreement' } });
    });

    it('and can still be looked at; what was not received is told first', () => {
      const erased = inStream(`payload-${file('file')}`, PayloadErased({ sha256: file('file'), reason: 'Asked for.' }));
      given(received('file'), erased)
        .when(claim('district-onboarded', district(1)))
        .thenNotNow('EVIDENCE_ERASED', { status: 409, figures: { sha256: file('file'), kind: 'district-agreement' } });
      given(received('file'), received('other'), erased)
        .when(claim('district-onboarded', district(1), { evidence: evidenceOf('district-onboarded', 'other') }))
        .thenAccepted();
      given(erased)
        .when(claim('district-onboarded', district(1)))
        .thenNotNow('EVIDENCE_NOT_RECEIVED');
    });
  });
});
