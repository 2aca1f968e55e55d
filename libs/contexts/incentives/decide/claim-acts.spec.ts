import { incentivesLedger } from './incentives-ledger';
import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { inStream } from '../../../../test/support/given-when-then';
import {
  A,
  abe,
  act,
  affiliated,
  amy,
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
  policies,
  policyOf,
  published,
  received,
  verify,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;

/** A live claim `c` of $5,000 by ana. */
const claimed = () =>
  given(received('file'))
    .when(claim('district-onboarded', district(1), { key: 'c' }))
    .thenAccepted();
const verified = () => claimed().when(verify('c')).thenAccepted();
const approved = () => verified().when(approve('c')).thenAccepted();

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
const clash = (actName: 'verify' | 'approve' | 'deny', who: string, held: 'partner' | 'submitted' | 'verified') =>
  ClaimActRefused({
    because: 'SOD',
    detail:
      held === 'partner'
        ? 'Nobody decides on a claim of their own partner.'
        : `You ${held} ${claimId('c')}, so somebody else must ${actName} it.`,
    figures: { person: who, act: actName, claimId: claimId('c'), held },
    claimId: claimId('c'),
    partnerId: A,
    act: actName,
  });
const decisionId = entityId('dec', uuidOf('decision'));

describe('VerifyClaim', () => {
  it('is done by somebody who did not submit', () => {
    claimed()
      .when(verify('c', pia, { reason: 'Seen.' }))
      .then(
        ClaimVerified({
          claim: standing({ status: 'verified' }),
          verifiedBy: [pia],
          reason: 'Seen.',
          flagsAnswered: [],
        }),
      );
  });

  it('says no in this order: absent, contested, wrong state, clash of duties, flags', () => {
    claimed().when(verify('other')).thenNotNow('NOT_FOUND', { status: 404 });
    verified()
      .when(verify('c', pat))
      .thenNotNow('NOT_OPEN', { figures: { status: 'verified', needed: 'claimed' } });
    verified().when(verify('c', ana)).thenNotNow('NOT_OPEN');
    claimed()
      .when(verify('c', ana, { flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'x' }] }))
      .thenRefused(clash('verify', ana, 'partner'));
    claimed()
      .when(verify('c', pia, { flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'x' }] }))
      .thenNotNow('FLAG_UNKNOWN');
  });

  it('is refused to a submitter who works elsewhere by now, and to one who submitted for another', () => {
    const moved = given(received('file'))
      .when({ ...claim('district-onboarded', district(1), { key: 'c' }), by: pia, onBehalfOf: ana })
      .thenAccepted();
    moved.when(verify('c', pia)).thenRefused(clash('verify', pia, 'submitted'));
    moved.when({ ...verify('c', pat), onBehalfOf: pia }).thenRefused(clash('verify', pia, 'submitted'));
    moved.when(verify('c', pat)).thenAccepted();
  });

  it('is refused to anybody of the partner, in any role', () => {
    claimed()
      .when(verify('c', amy))
      .thenRefused(clash('verify', amy, 'partner'));
  });

  it('answers the flag of a file that another partner used, with a reason', () => {
    const flag = 'EVIDENCE_REUSED_ACROSS_PARTNERS';
    const reused = () =>
      claimed()
        .when(claim('district-onboarded', district(2), { key: 'r', partner: B, by: bob }))
        .thenAccepted({ claim: { flags: [flag] } });
    reused().when(verify('r')).thenNotNow('FLAG_UNANSWERED', { figures: { flag } });
    reused()
      .when(verify('r', pia, { flagsAnswered: [{ flag, reason: 'One roster for both.' }] }))
      .thenAccepted({ flagsAnswered: [{ flag, reason: 'One roster for both.' }] });
  });

  it('leaves flags inside the partner to the verifier', () => {
    claimed()
      .when(claim('district-onboarded', 'lea:3500001', { key: 'r' }))
      .thenAccepted({ claim: { flags: ['EVIDENCE_REUSED', 'OUT_OF_TERRITORY'] } })
      .when(verify('r'))
      .thenAccepted();
  });
});

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

  it('may be done by whoever verified', () => {
    verified().when(deny('c', pia)).thenAccepted();
  });
});

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
    approved().when(withdraw('c')).thenNotNow('NOT_OPEN');
    claimed().when(withdraw('c')).thenAccepted().when(withdraw('c')).thenNotNow('NOT_OPEN');
  });

  it('not by somebody whose affiliation has ended', () => {
    const left = inStream(`partner-${A}`, affiliated(A, pol, 'partner-staff', ['2020-01-01', '2026-08-03']));
    given(received('file'), left)
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted()
      .when(withdraw('c', pol))
      .thenNotNow('NOT_FOUND');
  });
});

describe('ReceiveEvidence', () => {
  it('says no to nothing: it takes note of a file and whose it is, and the same file may come again', () => {
    const upload = {
      name: 'ReceiveEvidence',
      payload: { sha256: file('x'), bytes: 3, mediaType: 'application/pdf', partnerId: A },
    };
    const event = EvidenceReceived({ sha256: file('x'), bytes: 3, mediaType: 'application/pdf', partnerId: A });
    const again = { ...upload, payload: { ...upload.payload, partnerId: B } };
    const both = given().when(upload).then(event).when(again).thenAccepted({ partnerId: B });
    const evidence = evidenceOf('district-onboarded', 'x');
    both.when(claim('district-onboarded', district(1), { evidence })).thenAccepted();
    both.when(claim('district-onboarded', district(2), { evidence, partner: B, by: bob })).thenAccepted();
  });
});

describe('the ledger as a whole', () => {
  it('knows the revision of the last event that touched a claim; a refusal touches nothing', () => {
    const touched = (scenario: ReturnType<typeof claimed>, key: string) =>
      incentivesTouched(scenario.world.stateOf('incentives-1'), key);
    const one = claimed();
    expect(touched(one, 'c')).toBe(1);
    one.when(verify('c', ana)).thenRefusedBecause('SOD');
    expect(touched(one, 'c')).toBe(1);
    one.when(claim('district-onboarded', district(1), { key: 'rival', partner: B, by: bob })).thenAccepted();
    expect([touched(one, 'c'), touched(one, 'rival')]).toEqual([3, 3]);
    one.when(withdraw('rival', bob)).thenAccepted();
    expect([touched(one, 'c'), touched(one, 'rival'), touched(one, 'none')]).toEqual([4, 4, undefined]);
  });

  it('stores no event that cannot follow', () => {
    const event = (data: object) => ClaimApproved(data as never);
    const whole = {
      claim: standing({ status: 'approved', reservedCents: 0, approvedCents: 500_000 }),
      decisionId,
      releasedCents: 500_000,
      cap: cap(2_000_000, 2_000_000),
      duties: { submitted: [ana], verified: [pia], approved: [pat] },
    };
    const stops = (data: object, words: string, from = verified) =>
      expect(() => from().world.record('incentives-1', [event(data)])).toThrow(words);
    expect(() => verified().world.record('incentives-1', [event(whole)])).not.toThrow();
    stops(whole, 'does not come here', claimed);
    stops({ ...whole, releasedCents: 0 }, 'what was reserved is released');
    stops({ ...whole, claim: { ...whole.claim, approvedCents: 500_001 } }, 'within the catalogue');
    stops({ ...whole, claim: { ...whole.claim, partnerId: B } }, 'stays the claim');
    stops({ ...whole, cap: cap(2_000_000, 2_000_001) }, 'the headroom after');
    stops({ ...whole, duties: { ...whole.duties, approved: [pia] } }, 'two duties');
    stops(whole, 'what was reserved is released', approved);
  });

  it('names an act it does not know', () => {
    expect(() => claimed().when(act('EatClaim', 'c', pia))).toThrow('no decider knows EatClaim');
  });
});

function incentivesTouched(state: object, key: string): number | undefined {
  return incentivesLedger.touched(state as never, claimId(key));
}
