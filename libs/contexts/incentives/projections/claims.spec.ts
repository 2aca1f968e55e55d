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
  act,
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
      acted: [ana, pia, pat],
      contested: false,
      ...{ open: false, waitsOnRole: null, waitsOnAct: null, waitingSince: null },
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

  it('says of a reversal its kind and its words', () => {
    const { world } = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted()
      .when(verify('c'))
      .thenAccepted()
      .when(approve('c'))
      .thenAccepted()
      .when(act('ReverseClaim', 'c', pat, { cents: 100_000, reason: 'error', note: 'Half was another’s.' }))
      .thenAccepted();
    const { history, reversedCents } = world.documents(claimsProjection).get(claimId('c'))!;
    expect([history.at(-1)!.reason, reversedCents]).toEqual(['error: Half was another’s.', 100_000]);
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

  it('says whom it waits on, and since when it waits for that', () => {
    const at = (day: string) => ({ at: `2026-08-${day}T12:00:00.000Z` });
    const claimed = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted();
    const waits = () => {
      const document = claimed.world.documents(claimsProjection).get(claimId('c'))!;
      const { open, waitsOnRole, waitsOnAct, waitingSince } = document;
      return [open, waitsOnRole, waitsOnAct, waitingSince];
    };
    expect(waits()).toEqual([true, 'program-staff', 'verify', NOW]);
    claimed.when({ ...act('RequestInformation', 'c', pia, { question: 'Which?' }), ...at('05') }).thenAccepted();
    expect(waits()).toEqual([true, 'partner-staff', 'resubmit', at('05').at]);
    const answer = { ...act('ResubmitClaim', 'c', ana, { answer: 'This.' }), role: 'partner-staff' };
    claimed.when({ ...answer, ...at('06') }).thenAccepted();
    // A further word of the partner does not put it at the end of the queue again.
    claimed.when({ ...answer, ...at('07') }).thenAccepted();
    expect(waits()).toEqual([true, 'program-staff', 'verify', at('06').at]);
    claimed.when({ ...verify('c', ana), ...at('07') }).thenRefusedBecause('SOD');
    claimed.when({ ...verify('c'), ...at('08') }).thenAccepted();
    expect(waits()).toEqual([true, 'program-staff', 'approve', at('08').at]);
    claimed.when({ ...deny('c'), ...at('09') }).thenAccepted();
    expect(waits()).toEqual([false, null, null, null]);
    const appeal = { ...act('AppealClaim', 'c', ana, { grounds: 'It is signed.' }), role: 'partner-staff' };
    claimed.when({ ...appeal, ...at('10') }).thenAccepted();
    expect(waits()).toEqual([true, 'program-staff', 'decide-appeal', at('10').at]);
  });

  it('remembers who verified before an edit voided it, for they may not approve', () => {
    const { world } = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted()
      .when(verify('c', pia))
      .thenAccepted()
      .when({ ...act('ResubmitClaim', 'c', ana, { outcomeDate: '2026-07-31' }), role: 'partner-staff' })
      .thenAccepted();
    const document = world.documents(claimsProjection).get(claimId('c'))!;
    expect([document.verifiedBy, document.acted]).toEqual([[], [ana, pia]]);
  });

  it('shows nobody another partner’s claim, and a list no history', () => {
    const { world } = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted();
    const document = world.documents(claimsProjection).get(claimId('c'))!;
    expect(Object.keys(claimPage(document))).not.toContain('rivals');
    const row = Object.keys(claimRow(document));
    for (const hidden of ['rivals', 'acted', 'history', 'note', 'evidence', 'revision', 'waitsOnRole'])
      expect(row).not.toContain(hidden);
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
