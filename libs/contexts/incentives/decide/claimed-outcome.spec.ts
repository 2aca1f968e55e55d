import { CohortRegistered } from '#contexts/partners/events/cohort-registered';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import type { NewEvent } from '#kernel/decider/event';
import { plainDate } from '#kernel/time/plain-date';
import { inStream } from '../../../../test/support/given-when-then';
import type { ClaimExample } from '../../../../test/support/network';
import {
  A,
  abe,
  B,
  bob,
  claim,
  claimId,
  deny,
  district,
  incentives,
  NOW,
  pia,
  received,
  school,
  withdraw,
} from '../../../../test/support/network';

const { given } = incentives;
const teachers = (fields: ClaimExample = {}) => claim('teachers-implementing', district(1), { units: 10, ...fields });

describe('the outcome of a claim', () => {
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

    it('a subject outside the states of the outcome’s day, whatever the partner covers today', () => {
      const moved = { partnerId: A, effectiveFrom: plainDate('2026-08-02'), territory: 'New Mexico' };
      const toNm = inStream(`partner-${A}`, TerritoryDefined({ ...moved, areas: [{ state: 'NM', zips: [] }] }));
      const flagged = (subject: string, outcomeDate: string, flags: readonly string[]) =>
        given(received('file'), toNm)
          .when(claim('district-onboarded', subject, { outcomeDate }))
          .thenAccepted({ claim: { flags } });
      flagged(district(1), '2026-08-01', []);
      flagged(district(1), '2026-08-02', ['OUT_OF_TERRITORY']);
      flagged('lea:3500001', '2026-08-01', ['OUT_OF_TERRITORY']);
      flagged('lea:3500001', '2026-08-02', []);
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
