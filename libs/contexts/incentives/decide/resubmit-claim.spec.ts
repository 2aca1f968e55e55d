import { PayloadErased } from '#contexts/access/events/payload-erased';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { cap, claimed, denied, DUE, standing, verified } from '../../../../test/support/claim-examples';
import {
  A,
  abe,
  act,
  affiliated,
  ana,
  approve,
  B,
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
  published,
  received,
  verify,
} from '../../../../test/support/network';

const { given } = incentives;
const byStaff = (name: string, fields: object, by = ana) => ({ ...act(name, 'c', by, fields), role: 'partner-staff' });
const ask = (by = pia) => act('RequestInformation', 'c', by, { question: 'Which board?' });
const resubmit = (fields: object, by = ana, at?: string) => ({
  ...byStaff('ResubmitClaim', fields, by),
  ...(at === undefined ? {} : { at }),
});

const asked = () => claimed().when(ask()).thenAccepted();

const outcome = { key: 'district-onboarded|lea:0100001', unit: 'ever' as const, position: 0, span: 1 };

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

  it('must name files that can be looked at: a change that keeps one that was erased since needs another', () => {
    const erased = asked();
    erased.world.record(`payload-${file('file')}`, [PayloadErased({ sha256: file('file'), reason: 'Asked for.' })]);
    erased.when(resubmit({ outcomeDate: '2026-07-31' })).thenNotNow('EVIDENCE_ERASED');
    erased
      .when(resubmit({ outcomeDate: '2026-07-31', evidence: evidenceOf('district-onboarded', 'other') }))
      .thenAccepted();
    // An answer alone names no file anew, and a decision on what was seen before stays possible.
    erased
      .when(resubmit({ answer: 'The county’s.' }))
      .thenAccepted()
      .when(verify('c'))
      .thenAccepted();
  });

  it('is weighed with what the claim holds already: at a full cap it keeps its own', () => {
    const full = claimed();
    full.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, annualCapCents: cents(500_000) }, 2, '2026-08-04'),
    ]);
    full
      .when(resubmit({ outcomeDate: '2026-07-31' }))
      .thenAccepted({ claim: { reservedCents: 500_000, truncated: false }, cap: cap(0, 0, 500_000) });
  });

  it('is in time by when the claim was made, however late the question was answered', () => {
    given(received('file'), received('other'))
      .when(claim('district-onboarded', district(1), { key: 'c', outcomeDate: '2026-05-10' }))
      .thenAccepted()
      .when(ask())
      .thenAccepted()
      .when(resubmit({ evidence: evidenceOf('district-onboarded', 'other') }, ana, '2026-08-20T12:00:00.000Z'))
      .thenAccepted({ material: true, claim: { status: 'claimed' } });
  });

  it('by another code is material, and so verified anew', () => {
    const adopted = given(received('file'))
      .when(claim('cs-policy-adopted', district(1), { key: 'c', policyCode: 'district-cs-plan' }))
      .thenAccepted()
      .when(verify('c'))
      .thenAccepted();
    adopted
      .when(resubmit({ policyCode: 'every-school-offers' }))
      .thenAccepted({ material: true, claim: { status: 'claimed' }, policyCode: 'every-school-offers' });
  });

  it('keeps the flags that it had and gets none for its own former version', () => {
    const evidence = evidenceOf('district-onboarded', 'other');
    claimed()
      .when(resubmit({ outcomeDate: '2026-07-31' }))
      .thenAccepted({ material: true, claim: { flags: [] } });
    claimed()
      .when(claim('district-onboarded', district(2), { key: 'b', partner: B, by: bob }))
      .thenAccepted({ claim: { flags: ['EVIDENCE_REUSED_ACROSS_PARTNERS'] } })
      .when({ ...resubmit({ evidence }, bob), payload: { claimId: claimId('b'), evidence } })
      .thenAccepted({ material: true, claim: { flags: ['EVIDENCE_REUSED_ACROSS_PARTNERS'] } });
  });

  it('leaves no verification behind: an appeal that is upheld names nobody who verified an older version', () => {
    verified()
      .when(resubmit({ outcomeDate: '2026-07-31' }))
      .thenAccepted()
      .when(deny('c', pat))
      .thenAccepted()
      .when(byStaff('AppealClaim', { grounds: 'It is in force.' }))
      .thenAccepted()
      .when(act('DecideAppeal', 'c', pol, { upheld: true, reason: 'So it is.' }))
      .thenAccepted({ duties: { submitted: [ana], verified: [], approved: [pol] } });
  });

  it('is refused to whoever verified it before they came to the partner', () => {
    const moved = verified();
    moved.world.record(`partner-${A}`, [affiliated(A, pia)]);
    moved.when(resubmit({ answer: 'x' }, pia)).thenRefusedBecause('SOD', { act: 'resubmit' });
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
