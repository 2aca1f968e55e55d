import type { IncentivesState } from '#contexts/incentives/decide/state';
import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { InformationRequested } from '#contexts/incentives/events/information-requested';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import {
  A,
  abe,
  act,
  ana,
  approve,
  bob,
  claim,
  claimId,
  deny,
  district,
  evidenceOf,
  file,
  incentives,
  pat,
  pia,
  pol,
  policyOf,
  published,
  received,
  verify,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;
const byStaff = (name: string, fields: object, by = ana) => ({ ...act(name, 'c', by, fields), role: 'partner-staff' });
const ask = (by = pia) => act('RequestInformation', 'c', by, { question: 'Which board?' });
const resubmit = (fields: object, by = ana, at?: string) => ({
  ...byStaff('ResubmitClaim', fields, by),
  ...(at === undefined ? {} : { at }),
});
const appeal = (by = ana) => byStaff('AppealClaim', { grounds: 'It is in force.' }, by);
const decide = (upheld: boolean, by = pol, fields: object = {}) =>
  act('DecideAppeal', 'c', by, { upheld, reason: 'Looked at again.', ...fields });

const claimed = () =>
  given(received('file'), received('other'))
    .when(claim('district-onboarded', district(1), { key: 'c' }))
    .thenAccepted();
const asked = () => claimed().when(ask()).thenAccepted();
const verified = () => claimed().when(verify('c')).thenAccepted();
const denied = () => verified().when(deny('c', pat)).thenAccepted();
const appealed = () => denied().when(appeal()).thenAccepted();

const standing = (fields: object) => ({
  claimId: claimId('c'),
  status: 'claimed' as const,
  partnerId: A,
  programYear: 2026,
  outcomeType: 'district-onboarded',
  subjectId: 'lea:0100001' as const,
  outcomeDate: plainDate('2026-08-01'),
  requestedCents: cents(500_000),
  reservedCents: cents(500_000),
  approvedCents: cents(0),
  truncated: false,
  flags: [],
  policy: policyOf(defaultIncentivesPolicy),
  ...fields,
});
const cap = (before: number, after: number) => ({
  capCents: cents(2_500_000),
  headroomBeforeCents: cents(before),
  headroomAfterCents: cents(after),
});
const outcome = { key: 'district-onboarded|lea:0100001', unit: 'ever' as const, position: 0, span: 1 };
const DUE = instant('2026-09-04T07:00:00.000Z');
const decisionId = entityId('dec', uuidOf('decision'));

describe('RequestInformation', () => {
  it('asks the partner and says until when it may answer', () => {
    claimed()
      .when(ask())
      .then(
        InformationRequested({
          claim: standing({ status: 'information-requested' }),
          question: 'Which board?',
          requestedBy: [pia],
          answerBy: DUE,
        }),
      );
  });

  it('says no in this order: absent, wrong state, clash of duties', () => {
    claimed()
      .when(act('RequestInformation', 'x', pia, { question: '?' }))
      .thenNotNow('NOT_FOUND');
    verified().when(ask(ana)).thenNotNow('NOT_OPEN');
    asked().when(ask()).thenNotNow('NOT_OPEN');
    claimed().when(ask(ana)).thenRefusedBecause('SOD', { act: 'request-information' });
  });

  it('leaves the claim to nobody but the partner until it is answered', () => {
    asked().when(verify('c')).thenNotNow('NOT_OPEN');
    asked().when(approve('c')).thenNotNow('NOT_OPEN');
    asked().when(withdraw('c')).thenAccepted();
    asked().when(deny('c')).thenAccepted();
  });
});

describe('ResubmitClaim', () => {
  it('answers a question and changes nothing else', () => {
    asked()
      .when(resubmit({ answer: 'The county’s.' }, abe))
      .then(
        ClaimResubmitted({
          claim: standing({}),
          factsVersion: 2,
          material: false,
          answer: 'The county’s.',
          resubmittedBy: [abe],
          outcome,
          evidence: evidenceOf('district-onboarded'),
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_000_000),
          rivals: [],
          contests: [],
        }),
      );
  });

  it('voids a verification by a material edit, and the verifier may not approve even so', () => {
    const evidence = [{ kind: 'district-agreement', sha256: file('other') }];
    const edited = verified()
      .when(resubmit({ evidence }))
      .then(
        ClaimResubmitted({
          claim: standing({}),
          factsVersion: 2,
          material: true,
          resubmittedBy: [ana],
          outcome,
          evidence,
          releasedCents: cents(500_000),
          cap: cap(2_000_000, 2_000_000),
          rivals: [],
          contests: [],
        }),
      );
    edited.when(approve('c')).thenNotNow('NOT_OPEN');
    edited
      .when(verify('c', pat))
      .thenAccepted()
      .when(approve('c', pia))
      .thenRefusedBecause('SOD', { figures: { held: 'verified' } });
  });

  it('keeps a verification when only words were added', () => {
    verified()
      .when(resubmit({ answer: 'See page 3.' }))
      .thenAccepted({ material: false, claim: { status: 'verified' } })
      .when(approve('c'))
      .thenAccepted();
  });

  it('moves the reservation to the program year of the new date', () => {
    const both = given(received('file'))
      .when(
        claim('strategic-plan-completed', district(1), {
          key: 'c',
          outcomeDate: '2026-01-02',
          at: '2026-01-20T12:00:00.000Z',
        }),
      )
      .thenAccepted();
    both.when(resubmit({ outcomeDate: '2025-12-30' }, ana, '2026-02-01T12:00:00.000Z')).thenAccepted({
      claim: { programYear: 2025, reservedCents: 300_000, outcomeDate: '2025-12-30' },
      cap: cap(2_500_000, 2_200_000),
      left: { programYear: 2026, cap: cap(2_200_000, 2_500_000) },
    });
    const years = both.world.stateOf<IncentivesState>('incentives-1').capYears;
    expect([years.get(`${A}/2025`)?.reservedCents, years.get(`${A}/2026`)?.reservedCents]).toEqual([300_000, 0]);
  });

  it('weighs amounts by number again', () => {
    const tiers = () =>
      given(received('file'))
        .when(claim('teachers-implementing', district(1), { key: 'c', units: 14 }))
        .thenAccepted({ claim: { reservedCents: 30_000 } });
    tiers()
      .when(resubmit({ units: 30 }))
      .thenAccepted({ claim: { requestedCents: 150_000, reservedCents: 150_000 }, units: 30 });
    tiers()
      .when(resubmit({ units: 4 }))
      .thenRefusedBecause('BELOW_LOWEST_TIER', { act: 'resubmit' });
  });

  it('says no in this order: absent or another’s, wrong state, overdue, nothing said, evidence, the rules of claims', () => {
    for (const by of [bob, pia])
      asked()
        .when(resubmit({ answer: 'x' }, by))
        .thenNotNow('NOT_FOUND');
    denied()
      .when(resubmit({ answer: 'x' }))
      .thenNotNow('NOT_OPEN');
    asked()
      .when(resubmit({}, ana, DUE))
      .thenNotNow('ANSWER_OVERDUE');
    asked()
      .when(resubmit({ answer: 'x' }, ana, '2026-09-04T06:59:59.999Z'))
      .thenAccepted();
    asked()
      .when(resubmit({ units: undefined }))
      .thenNotNow('NOTHING_CHANGED');
    asked()
      .when(resubmit({ evidence: [{ kind: 'district-agreement', sha256: file('lost') }] }))
      .thenNotNow('EVIDENCE_NOT_RECEIVED');
    asked()
      .when(resubmit({ evidence: [] }))
      .thenRefusedBecause('EVIDENCE_MISSING', { act: 'resubmit' });
    asked()
      .when(resubmit({ outcomeDate: '2026-08-05' }))
      .thenRefusedBecause('OUTCOME_IN_FUTURE');
    asked()
      .when(resubmit({ outcomeDate: '2026-05-05' }))
      .thenRefusedBecause('CLAIM_WINDOW_CLOSED');
    asked()
      .when(resubmit({ units: 3 }))
      .thenRefusedBecause('UNITS_UNEXPECTED');
  });

  it('may not become an outcome that the partner claimed already, and is contested by another partner’s', () => {
    const plan = (n: number, key: string, more: object = {}) =>
      claim('course-launched', 'school:010000100001', { key, courseCode: ['CSP', 'CSA'][n], ...more });
    given(received('file'))
      .when(plan(0, 'other'))
      .thenAccepted()
      .when(plan(1, 'c'))
      .thenAccepted()
      .when(resubmit({ courseCode: 'csp' }))
      .thenRefusedBecause('DUPLICATE_OUTCOME');
  });
});

describe('AppealClaim', () => {
  it('takes headroom anew', () => {
    denied()
      .when(appeal(abe))
      .then(
        ClaimAppealed({
          claim: standing({ status: 'appealed' }),
          cap: cap(2_500_000, 2_000_000),
          appealedBy: [abe],
          grounds: 'It is in force.',
        }),
      );
  });

  it('says no in this order: another’s, wrong state, window, cap', () => {
    for (const by of [bob, pia]) denied().when(appeal(by)).thenNotNow('NOT_FOUND');
    verified().when(appeal()).thenNotNow('NOT_OPEN');
    denied()
      .when({ ...appeal(), at: '2026-09-04T06:59:59.999Z' })
      .thenAccepted();
    denied()
      .when({ ...appeal(), at: DUE })
      .thenRefused(
        ClaimActRefused({
          because: 'APPEAL_WINDOW_CLOSED',
          detail: `The denial was appealable until ${DUE}; the appeal arrived at ${DUE}.`,
          figures: { receivedAt: DUE, appealableUntil: DUE },
          claimId: claimId('c'),
          partnerId: A,
          act: 'appeal',
        }),
      );
    const lowered = denied();
    lowered.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, annualCapCents: cents(29_999) }, 2, '2026-08-04'),
    ]);
    lowered.when(appeal()).thenRefusedBecause('CAP_EXCEEDED', { act: 'appeal' });
  });

  it('keeps the outcome held', () => {
    appealed()
      .when(claim('district-onboarded', district(1)))
      .thenRefusedBecause('DUPLICATE_OUTCOME');
  });
});

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
