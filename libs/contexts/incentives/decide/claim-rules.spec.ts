import { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { cents } from '#kernel/money/cents';
import { zoneCalendar } from '#kernel/time/calendar';
import { addDays, plainDate } from '#kernel/time/plain-date';
import type { Past } from '../../../../test/support/given-when-then';
import { inStream } from '../../../../test/support/given-when-then';
import type { ClaimExample } from '../../../../test/support/network';
import {
  A,
  ana,
  claim,
  claimId,
  district,
  evidenceOf,
  file,
  incentives,
  policies,
  published,
  received,
  school,
} from '../../../../test/support/network';

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
const exitedOn = (date: string): Past => {
  const last = plainDate(date);
  const leavesAt = zoneCalendar.startOf(addDays(last, 1), profile.timeZone);
  const exited = PartnerExited({ partnerId: A, exitedOn: last, leavesAt, reason: 'Merged.', partner: profile });
  return inStream(`partner-${A}`, exited);
};
const capOf = (dollars: number, from = '2026-08-04') =>
  policies(published({ ...defaultIncentivesPolicy, annualCapCents: cents(dollars * 100) }, 2, from));

describe('ClaimIncentive', () => {
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

  it('of a change let a paused partner go on with what it claimed before', () => {
    const before = given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted();
    before.world.record(paused.stream, paused.events);
    const change = { claimId: claimId('c'), outcomeDate: '2026-07-31' };
    before
      .when({ name: 'ResubmitClaim', payload: change, by: ana, role: 'partner-staff' })
      .thenAccepted({ material: true });
  });

  it('are those of the policy in force on the outcome’s day, whenever it is claimed', () => {
    const [first, ...rest] = defaultIncentivesPolicy.catalogue;
    const later = { ...first!, amount: { by: 'fixed' as const, amountCents: cents(450_000) } };
    const next = { ...defaultIncentivesPolicy, catalogue: [later, ...rest], claimWindowDays: 1 };
    const under = () => given(received('file'), policies(published(next, 2, '2026-08-02')));
    const onboarded = (outcomeDate: string) => claim('district-onboarded', district(1), { outcomeDate });
    under()
      .when(onboarded('2026-08-01'))
      .thenAccepted({ claim: { requestedCents: 500_000, policy: { version: 1 } } });
    under()
      .when(onboarded('2026-08-03'))
      .thenAccepted({ claim: { requestedCents: 450_000, policy: { version: 2 } } });
    under().when(onboarded('2026-08-02')).thenRefusedBecause('CLAIM_WINDOW_CLOSED');
  });

  it('is possible again for any day once the partner took its exit back', () => {
    const stays = PartnerReactivated({ partnerId: A, reason: 'It stays.', partner: profile });
    given(received('file'), exitedOn('2026-07-31'), inStream(`partner-${A}`, stays))
      .when(teachers({ outcomeDate: '2026-08-01' }))
      .thenAccepted();
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
});
