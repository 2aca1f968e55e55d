import { capUsageProjection } from '#contexts/incentives/projections/cap-usage';
import { claimsProjection } from '#contexts/incentives/projections/claims';
import { policiesProjection } from '#contexts/incentives/projections/policies';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { capUsageView } from '#contexts/incentives/views/cap-usage';
import { claimPage, claimRow, claimsView } from '#contexts/incentives/views/claims';
import { policiesView } from '#contexts/incentives/views/policies';
import { builtViews } from '#platform/runtime/project/built-view';
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
  file,
  incentives,
  NOW,
  pat,
  pia,
  policyOf,
  received,
  verify,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;
const entry = (type: string, sequence: number, role = 'program-staff', reason: string | null = null) => ({
  type,
  at: NOW,
  sequence,
  role,
  reason,
});

describe('the claims view', () => {
  it('shows a claim through its life, with who and when', () => {
    const { world } = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c', note: 'Signed.' }))
      .thenAccepted()
      .when(verify('c', ana))
      .thenRefusedBecause('SOD')
      .when(verify('c', pia, { reason: 'Seen.' }))
      .thenAccepted()
      .when({ ...approve('c', pat, { approvedCents: 450_000 }), key: 'decision' })
      .thenAccepted();
    const document = world.documents(claimsProjection).get(claimId('c'))!;
    const first = world.log.find(({ type }) => type === 'IncentiveClaimed')!.sequence;
    expect(document).toEqual({
      id: claimId('c'),
      status: 'approved',
      partnerId: A,
      programYear: 2026,
      outcomeType: 'district-onboarded',
      subjectId: district(1),
      outcomeDate: '2026-08-01',
      requestedCents: 500_000,
      reservedCents: 0,
      approvedCents: 450_000,
      reversedCents: 0,
      truncated: false,
      flags: [],
      policy: policyOf(defaultIncentivesPolicy),
      units: null,
      courseCode: null,
      policyCode: null,
      note: 'Signed.',
      evidence: [{ kind: 'district-agreement', sha256: file('file') }],
      submittedAt: NOW,
      submittedBy: [ana],
      verifiedBy: [pia],
      decidedAt: NOW,
      decidedBy: [pat],
      decisionId: expect.stringMatching(/^dec_/),
      appealableUntil: null,
      question: null,
      answerBy: null,
      contested: false,
      rivals: [],
      refusals: 1,
      revision: 4,
      versions: [
        {
          ...{ version: 1, at: NOW, outcomeDate: '2026-08-01', units: null, courseCode: null, policyCode: null },
          evidence: [{ kind: 'district-agreement', sha256: file('file') }],
        },
      ],
      history: [
        entry('IncentiveClaimed', first, 'partner-staff'),
        entry('ClaimActRefused', first + 1, 'program-staff', 'SOD'),
        entry('ClaimVerified', first + 2, 'program-staff', 'Seen.'),
        entry('ClaimApproved', first + 3),
      ],
    });
  });

  it('marks both sides of a contested outcome, and follows when one goes', () => {
    const contested = given(received('a', A), received('b', B))
      .when(
        claim('district-onboarded', district(1), {
          key: 'A',
          evidence: [{ kind: 'district-agreement', sha256: file('a') }],
        }),
      )
      .thenAccepted()
      .when(
        claim('district-onboarded', district(1), {
          key: 'B',
          partner: B,
          by: bob,
          evidence: [{ kind: 'district-agreement', sha256: file('b') }],
        }),
      )
      .thenAccepted();
    const shown = (key: string) => {
      const {
        status,
        contested: is,
        rivals,
        revision,
      } = contested.world.documents(claimsProjection).get(claimId(key))!;
      return { status, is, rivals, revision };
    };
    expect(shown('A')).toEqual({ status: 'claimed', is: true, rivals: [claimId('B')], revision: 3 });
    expect(shown('B')).toEqual({ status: 'contested', is: true, rivals: [claimId('A')], revision: 3 });
    contested.when(withdraw('A')).thenAccepted();
    expect(shown('A')).toEqual({ status: 'withdrawn', is: false, rivals: [], revision: 4 });
    expect(shown('B')).toEqual({ status: 'contested', is: true, rivals: [], revision: 4 });
    contested.when(deny('B')).thenAccepted();
    expect(shown('B')).toEqual({ status: 'denied', is: false, rivals: [], revision: 5 });
  });

  it('shows nobody another partner’s claim, and a list no history', () => {
    const { world } = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted();
    const document = world.documents(claimsProjection).get(claimId('c'))!;
    expect(Object.keys(claimPage(document))).not.toContain('rivals');
    const row = Object.keys(claimRow(document));
    for (const hidden of ['rivals', 'history', 'note', 'evidence', 'revision']) expect(row).not.toContain(hidden);
    expect(row).toContain('contested');
  });
});

describe('the usage view', () => {
  it('adds up reservations, approvals and claims of each partner’s year', () => {
    const { world } = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'a' }))
      .thenAccepted()
      .when(claim('district-onboarded', district(2), { key: 'b' }))
      .thenAccepted()
      .when(claim('strategic-plan-completed', district(3), { key: 'c' }))
      .thenAccepted()
      .when(verify('a'))
      .thenAccepted()
      .when(approve('a', pat, { approvedCents: 450_000 }))
      .thenAccepted()
      .when(deny('b'))
      .thenAccepted();
    const usage = {
      reservedCents: 300_000,
      approvedCents: 450_000,
      reversedCents: 0,
      paidCents: 0,
      claims: 3,
      overrides: [],
    };
    expect([...world.documents(capUsageProjection)]).toEqual([
      [`${A}/2026`, { partnerId: A, programYear: 2026, ...usage }],
    ]);
  });
});

describe('the views of this context', () => {
  it('belong to their projections by name and version', () => {
    const built = builtViews(
      [claimsView, capUsageView, policiesView],
      [claimsProjection, capUsageProjection, policiesProjection],
    );
    expect(built).toHaveLength(3);
  });

  it('show each version of the policy', () => {
    const document = given().world.documents(policiesProjection).get('1');
    expect(document).toMatchObject({
      family: 'incentives',
      version: 1,
      effectiveFrom: '2017-01-01',
      content: defaultIncentivesPolicy,
    });
  });
});
