import { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { CohortRegistered } from '#contexts/partners/events/cohort-registered';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import type { NewEvent } from '#kernel/decider/event';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import type { Past } from '../../../../test/support/given-when-then';
import { inStream, specification } from '../../../../test/support/given-when-then';
import type { ClaimExample } from '../../../../test/support/network';
import {
  A,
  abe,
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
  incentivesUnder,
  NOW,
  partnerA,
  pat,
  pia,
  policies,
  policyOf,
  published,
  received,
  school,
  verify,
  withdraw,
} from '../../../../test/support/network';
import { incentivesLedger } from './incentives-ledger';

const { given } = incentives;
const profile = {
  slug: 'partner-a',
  name: 'PARTNER-A',
  states: ['AL', 'VA'],
  territory: 'All of it',
  timeZone: 'America/New_York',
  since: plainDate('2017-07-01'),
};
const paused = inStream(`partner-${A}`, PartnerPaused({ partnerId: A, reason: 'Audit.', partner: profile }));
const exitedOn = (date: string): Past =>
  inStream(
    `partner-${A}`,
    PartnerExited({ partnerId: A, exitedOn: plainDate(date), reason: 'Merged.', partner: profile }),
  );
const capOf = (dollars: number, from = '2026-08-04') =>
  policies(published({ ...defaultIncentivesPolicy, annualCapCents: cents(dollars * 100) }, 2, from));

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
  });

  /** Each breaks one rule; `first` is what happened before. In the order in which the rules are asked. */
  const broken: { because: string; first?: readonly Past[]; before?: boolean; fields?: ClaimExample }[] = [
    { because: 'PARTNER_PAUSED', first: [paused] },
    { because: 'PARTNER_EXITED', first: [exitedOn('2026-04-30')] },
    { because: 'OUTCOME_UNKNOWN', fields: { outcomeType: 'no-such-outcome' } },
    { because: 'SUBJECT_KIND', fields: { subjectId: 'cohort:fall' } },
    { because: 'CODE_UNKNOWN', fields: { courseCode: 'CSP' } },
    { because: 'BELOW_LOWEST_TIER', fields: { units: 4 } },
    { because: 'EVIDENCE_MISSING', fields: { evidence: [] } },
    { because: 'OUTCOME_IN_FUTURE', fields: { outcomeDate: '2026-08-05' } },
    { because: 'CLAIM_WINDOW_CLOSED', fields: { outcomeDate: '2026-05-05' } },
    { because: 'DUPLICATE_OUTCOME', before: true },
    { because: 'CAP_EXCEEDED', first: [capOf(299.99)] },
  ];
  const teachers = (fields: ClaimExample = {}) => claim('teachers-implementing', district(1), { units: 10, ...fields });

  const told = (...breaks: typeof broken) => {
    let scenario = given(received('file'));
    if (breaks.some(({ before }) => before)) {
      for (const outcomeDate of ['2026-05-05', '2026-08-05']) {
        scenario = scenario.when(teachers({ outcomeDate, at: `${outcomeDate}T12:00:00.000Z` })).thenAccepted();
      }
    }
    for (const past of breaks.flatMap(({ first = [] }) => first)) {
      if ('stream' in past) scenario.world.record(past.stream, past.events);
    }
    return scenario.when(teachers(Object.assign({}, ...breaks.map(({ fields }) => fields))));
  };

  it.each(broken)('is refused: $because', (one) => {
    told(one).thenRefusedBecause(one.because);
  });

  // Two that set one field cannot both be broken; an exit ends a pause.
  const pairs = broken.flatMap((first, index) =>
    broken
      .slice(index + 1)
      .filter((second) => !Object.keys(first.fields ?? {}).some((field) => field in (second.fields ?? {})))
      .map((second) => ({ first, second, name: `${first.because} before ${second.because}` }))
      .filter(({ name }) => name !== 'PARTNER_PAUSED before PARTNER_EXITED'),
  );

  it.each(pairs)('says no in this order: $name', ({ first, second }) => {
    told(first, second).thenRefusedBecause(first.because);
  });

  it('keeps a refusal whole: what was compared, and what would pass', () => {
    told({ because: '', fields: { units: 4 } }).thenRefused(
      ClaimRefused({
        because: 'BELOW_LOWEST_TIER',
        detail: 'teachers-implementing starts at 5 teachers ($300.00); the claim names 4.',
        figures: { units: 4, lowestTier: 5 },
        wouldPass: { units: 5 },
        partnerId: A,
        outcomeType: 'teachers-implementing',
        subjectId: district(1),
        outcomeDate: plainDate('2026-08-01'),
      }),
    );
  });

  it.each([
    ['SUBJECT_KIND', claim('course-launched', district(1), { courseCode: 'CSP' })],
    ['CODE_UNKNOWN', claim('course-launched', school(1))],
    ['CODE_UNKNOWN', claim('course-launched', school(1), { courseCode: 'CSX' })],
    ['CODE_UNKNOWN', claim('course-launched', school(1), { policyCode: 'CSP' })],
    ['UNITS_UNEXPECTED', claim('district-onboarded', district(1), { units: 1 })],
    [
      'EVIDENCE_MISSING',
      claim('strategic-plan-completed', district(1), { evidence: [{ kind: 'adopted-plan', sha256: file('file') }] }),
    ],
    [
      'EVIDENCE_UNKNOWN',
      claim('district-onboarded', district(1), {
        evidence: [...evidenceOf('district-onboarded'), { kind: 'selfie', sha256: file('file') }],
      }),
    ],
  ])('is refused too: %s', (because, command) => {
    given(received('file')).when(command).thenRefusedBecause(because);
  });

  it('stays possible for what an exited partner reached before', () => {
    given(received('file'), exitedOn('2026-08-01'))
      .when(claim('district-onboarded', district(1)))
      .thenAccepted();
    given(received('file'), exitedOn('2026-07-31'))
      .when(claim('district-onboarded', district(1)))
      .thenRefusedBecause('PARTNER_EXITED', { wouldPass: { outcomeDate: '2026-07-31' } });
  });

  describe('arrives in its window (E10)', () => {
    it.each([
      ['2026-12-31', '2027-04-01T06:59:59.999Z', '2027-04-01T07:00:00.000Z'],
      ['2026-08-04', '2026-11-03T07:59:59.999Z', '2026-11-03T08:00:00.000Z'],
    ])('of %s until %s', (outcomeDate, last, after) => {
      given(received('file'))
        .when(claim('district-onboarded', district(1), { outcomeDate, at: last }))
        .thenAccepted();
      given(received('file'))
        .when(claim('district-onboarded', district(1), { outcomeDate, at: after }))
        .thenRefusedBecause('CLAIM_WINDOW_CLOSED', {
          figures: { outcomeDate, receivedAt: after, windowClosesAt: after },
        });
    });

    it('the future is judged in the partner’s own zone: it is the 5th in New York while Los Angeles has the 4th', () => {
      const at = '2026-08-05T04:30:00.000Z';
      given(received('file'))
        .when(claim('district-onboarded', district(1), { outcomeDate: '2026-08-05', at }))
        .thenAccepted();
      given(received('file'))
        .when(claim('district-onboarded', district(1), { outcomeDate: '2026-08-06', at }))
        .thenRefusedBecause('OUTCOME_IN_FUTURE', { wouldPass: { outcomeDate: '2026-08-05' } });
    });

    it.each(['1900-01-01', '2999-12-31'])('and %s is decided like any other day', (outcomeDate) => {
      given(received('file'))
        .when(claim('teachers-implementing', district(1), { outcomeDate, units: 5 }))
        .thenRefusedBecause(outcomeDate < '2026' ? 'CLAIM_WINDOW_CLOSED' : 'OUTCOME_IN_FUTURE');
    });
  });

  describe('pays by tiers and once an outcome (E11)', () => {
    it.each([
      [5, 30_000],
      [14, 30_000],
      [15, 75_000],
      [29, 75_000],
      [30, 150_000],
      [1_000_000, 150_000],
    ])('%d teachers: %d cents', (units, requestedCents) => {
      given(received('file'))
        .when(teachers({ units }))
        .thenAccepted({ claim: { requestedCents, reservedCents: requestedCents } });
    });

    it('a second claim in the same half is refused, one in the other half is not', () => {
      const first = given(received('file'))
        .when(teachers({ key: 'one', outcomeDate: '2026-07-01' }))
        .thenAccepted();
      first.when(teachers({ outcomeDate: '2026-08-01', by: abe })).thenRefusedBecause('DUPLICATE_OUTCOME', {
        figures: { claimId: claimId('one'), outcomeDate: '2026-07-01' },
      });
      first.when(teachers({ outcomeDate: '2026-06-30' })).thenAccepted();
    });

    it('a plan dated 2026-05-10 excludes 2028-12-31 and not 2029-01-01', () => {
      const plan = (outcomeDate: string) =>
        claim('strategic-plan-completed', district(1), { outcomeDate, at: `${outcomeDate}T20:00:00.000Z` });
      const live = given(received('file')).when(plan('2026-05-10')).thenAccepted();
      live.when(plan('2028-12-31')).thenRefusedBecause('DUPLICATE_OUTCOME', { wouldPass: { programYear: 2029 } });
      live.when(plan('2029-01-01')).thenAccepted();
    });

    it('says what would pass for an outcome of once ever: another subject or another code', () => {
      const once = given(received('file'))
        .when(claim('district-onboarded', district(1)))
        .thenAccepted();
      once
        .when(claim('district-onboarded', district(1)))
        .thenRefusedBecause('DUPLICATE_OUTCOME', { wouldPass: { subjectId: 'another district' } });
      const adopted = claim('cs-policy-adopted', district(1), { policyCode: 'district-cs-plan' });
      const live = given(received('file')).when(adopted).thenAccepted();
      live.when(adopted).thenRefusedBecause('DUPLICATE_OUTCOME', { wouldPass: { policyCode: 'another code' } });
    });

    it.each(['csp', ' C S P ', 'c-s–p', 'ＣＳＰ', 'C\u200bS\u00a0P', 'CS\u00adP\ufe0f', 'C\u2060S\u034fP\u3164'])(
      'the code of a live claim written as %j is the same outcome',
      (courseCode) => {
        const launched = (code: string) => claim('course-launched', school(1), { courseCode: code });
        const live = given(received('file')).when(launched('CSP')).thenAccepted();
        live.when(launched(courseCode)).thenRefusedBecause('DUPLICATE_OUTCOME');
        live.when(launched('CSA')).thenAccepted({ courseCode: 'CSA' });
      },
    );

    it('a withdrawal frees the outcome at once, a denial when no appeal can come any more', () => {
      const again = (at: string) => claim('district-onboarded', district(1), { outcomeDate: '2026-08-01', at });
      const one = given(received('file'))
        .when(claim('district-onboarded', district(1), { key: 'one' }))
        .thenAccepted();
      const denied = one.when(deny('one')).thenAccepted({ appealableUntil: '2026-09-04T07:00:00.000Z' });
      denied.when(again('2026-09-04T06:59:59.999Z')).thenRefusedBecause('DUPLICATE_OUTCOME');
      denied.when(again('2026-09-04T07:00:00.000Z')).thenAccepted();
      given(received('file'))
        .when(claim('district-onboarded', district(1), { key: 'two' }))
        .thenAccepted()
        .when(withdraw('two'))
        .thenAccepted()
        .when(again(NOW))
        .thenAccepted();
    });
  });

  describe('flags what a verifier must look at', () => {
    it('a subject outside the partner’s states, and files that other claims name', () => {
      const first = given(received('file', A), received('file', B))
        .when(claim('district-onboarded', 'lea:3500001'))
        .thenAccepted({ claim: { flags: ['OUT_OF_TERRITORY'] } });
      const second = first
        .when(claim('district-onboarded', district(2)))
        .thenAccepted({ claim: { flags: ['EVIDENCE_REUSED'] } });
      second
        .when(claim('district-onboarded', 'lea:3500002', { partner: B, by: bob }))
        .thenAccepted({ claim: { flags: ['EVIDENCE_REUSED_ACROSS_PARTNERS'] } });
    });
  });

  describe('takes what the cap leaves', () => {
    const fill = (until: number) => {
      let scenario = given(received('file'), capOf(until / 100, '2026-08-04'));
      return (scenario = scenario.when(claim('district-onboarded', district(1))).thenAccepted());
    };

    it.each([
      [530_000, 30_000],
      [799_999, 299_999],
      [800_000, 300_000],
      [800_001, 300_000],
    ])('cap %d after $5,000: reserves %d', (cap, reservedCents) => {
      fill(cap)
        .when(claim('strategic-plan-completed', district(2)))
        .thenAccepted({ claim: { reservedCents, truncated: reservedCents < 300_000 } });
    });

    it('refuses headroom 29999, and says what it compared', () => {
      fill(529_999)
        .when(claim('strategic-plan-completed', district(2)))
        .thenRefusedBecause('CAP_EXCEEDED', {
          detail: '$299.99 of the annual cap of $5,299.99 is left; the claim needs at least $300.00.',
          figures: { requestedCents: 300_000, capCents: 529_999, headroomCents: 29_999, neededCents: 30_000 },
          wouldPass: { headroomCents: 30_000 },
        });
    });

    it('charges the cap year of the outcome, each partner its own', () => {
      const full = given(received('file'), received('new'), capOf(5_000))
        .when(claim('district-onboarded', district(1)))
        .thenAccepted();
      full.when(claim('district-onboarded', district(2))).thenRefusedBecause('CAP_EXCEEDED');
      full.when(claim('district-onboarded', district(3), { by: bob, partner: B })).thenAccepted();
      full
        .when(claim('district-onboarded', district(4), { outcomeDate: '2027-01-01', at: '2027-01-02T20:00:00.000Z' }))
        .thenAccepted({ claim: { programYear: 2027, reservedCents: 500_000 } });
    });
  });

  describe('truncates (E1)', () => {
    it('to the cent', () => {
      let scenario = given(received('file'));
      for (const n of [1, 2, 3, 4]) {
        scenario = scenario.when(claim('district-onboarded', district(n), { key: `d${n}` })).thenAccepted();
        scenario = scenario.when(verify(`d${n}`)).thenAccepted();
        scenario = scenario.when(approve(`d${n}`)).thenAccepted({ claim: { approvedCents: 500_000 } });
      }
      const plan = (key: string) => claim('strategic-plan-completed', district(1), { key });
      const course = claim('course-launched', school(1), { courseCode: 'CSP' });
      scenario = scenario.when(plan('plan')).thenAccepted({
        claim: { reservedCents: 300_000, truncated: false },
        cap: { headroomBeforeCents: 500_000, headroomAfterCents: 200_000 },
      });
      scenario = scenario.when(claim('coach-cohort-managed', 'cohort:fall', { key: 'cohort' })).thenAccepted({
        claim: { requestedCents: 250_000, reservedCents: 200_000, truncated: true },
        cap: { headroomAfterCents: 0 },
      });
      scenario = scenario.when(course).thenRefusedBecause('CAP_EXCEEDED', {
        figures: { requestedCents: 100_000, capCents: 2_500_000, headroomCents: 0, neededCents: 30_000 },
      });
      scenario = scenario.when(deny('plan')).thenAccepted({ cap: { headroomAfterCents: 300_000 } });
      scenario = scenario.when(verify('cohort')).thenAccepted();
      scenario = scenario.when(approve('cohort')).thenAccepted({
        claim: { approvedCents: 250_000, reservedCents: 0 },
        releasedCents: 200_000,
        cap: { headroomBeforeCents: 300_000, headroomAfterCents: 250_000 },
      });
      scenario = scenario
        .when({ ...course, key: 'course' })
        .thenAccepted({ claim: { reservedCents: 100_000 }, cap: { headroomAfterCents: 150_000 } });
      // The denied plan of district 1 still holds its outcome: the last claim is for another district.
      scenario.when(claim('strategic-plan-completed', district(2))).thenAccepted({
        claim: { reservedCents: 150_000, truncated: true },
        cap: { headroomAfterCents: 0 },
      });
    });
  });

  describe('shares one cap among all who claim (E2)', () => {
    const race = (whenShort: 'truncate' | 'refuse') => {
      const { given: under } = incentivesUnder(published({ ...defaultIncentivesPolicy, whenShort }));
      const { world } = under(received('file'));
      const asked = Array.from({ length: 20 }, (_, n) => {
        const { name, payload, ...by } = claim('strategic-plan-completed', district(n + 1), { by: n % 2 ? ana : abe });
        return world.ask(name, payload, by).events[0]!;
      });
      return asked.map(({ data }) => ('claim' in data ? (data.claim as ClaimStanding).reservedCents : 0));
    };

    it('truncate: 8 × 300000, one × 100000, 11 refused', () => {
      expect(race('truncate')).toEqual([...Array<number>(8).fill(300_000), 100_000, ...Array<number>(11).fill(0)]);
    });

    it('refuse: 8 × 300000, 12 refused', () => {
      expect(race('refuse')).toEqual([...Array<number>(8).fill(300_000), ...Array<number>(12).fill(0)]);
    });
  });

  describe('is contested when another partner holds the outcome (E13, first half)', () => {
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
});

describe('a subject that only program staff can register', () => {
  const cohort = claim('coach-cohort-managed', 'cohort:fall', { key: 'c' });
  const local = claim('course-launched', 'local:prep', { key: 'c', courseCode: 'CSP' });
  const register = (...events: readonly NewEvent[]) => inStream('subjects-1', ...events);
  const flagged = (flags: readonly string[]) => ({ claim: { flags } });

  it('is flagged for the verifier where nobody has, and where it lies outside the territory', () => {
    const fall = { subjectId: 'cohort:fall', partnerId: A, title: 'Fall', registeredBy: [pia] } as const;
    const prep = { subjectId: 'local:prep', kind: 'school', title: 'Prep', because: 'tribal' } as const;
    const inState = (state: string) => SubjectRegistered({ ...prep, state, registeredBy: [pia] });
    for (const one of [cohort, local])
      given(received('file'))
        .when(one)
        .thenAccepted(flagged(['UNREGISTERED_SUBJECT']));
    given(received('file'), register(CohortRegistered(fall)))
      .when(cohort)
      .thenAccepted(flagged([]));
    given(received('file'), register(inState('VA')))
      .when(local)
      .thenAccepted(flagged([]));
    given(received('file'), register(inState('NM')))
      .when(local)
      .thenAccepted(flagged(['OUT_OF_TERRITORY']));
  });
});
