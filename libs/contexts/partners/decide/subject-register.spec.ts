import { CohortRegistered } from '#contexts/partners/events/cohort-registered';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import { subjectsProjection } from '#contexts/partners/projections/subjects';
import { inStream, specification } from '../../../../test/support/given-when-then';
import { B, NOW, onboarded, partnerId, pia } from '../../../../test/support/network';
import { subjectRegister } from './subject-register';

const P = partnerId('partner-a');
const known = inStream(`partner-${P}`, onboarded(P, 'partner-a'));
const { given } = specification([subjectRegister], 'subjects-1', NOW, [known]);
const by = { by: pia, role: 'program-staff' };
const cohort = (partner = P) => ({
  ...{ name: 'RegisterCohort', ...by },
  payload: { name: 'fall-2026', partnerId: partner, title: 'Coaches of fall 2026' },
});
const prep = { name: 'prep', kind: 'school', state: 'NM', title: 'Prep', because: 'tribal' } as const;
const subject = { name: 'RegisterSubject', ...by, payload: prep };
const fall = CohortRegistered({
  ...{ subjectId: 'cohort:fall-2026', partnerId: P, title: 'Coaches of fall 2026', registeredBy: [pia] },
});
const school = SubjectRegistered({
  ...{ subjectId: 'local:prep', kind: 'school', state: 'NM', title: 'Prep', because: 'tribal', registeredBy: [pia] },
});

describe('the register of subjects', () => {
  it('takes a cohort of a partner, under a name that nobody has', () => {
    given().when(cohort()).then(fall);
  });

  it('RegisterCohort says no in this order: no such partner, the name taken', () => {
    given(fall).when(cohort(B)).thenNotNow('NOT_FOUND', { status: 404 });
    given(fall).when(cohort()).thenNotNow('NAME_TAKEN');
  });

  it('takes a district or school without an NCES id', () => {
    given().when(subject).then(school);
  });

  it('RegisterSubject says no for one reason: the name is taken', () => {
    given(school)
      .when(subject)
      .thenNotNow('NAME_TAKEN', { figures: { subjectId: 'local:prep' } });
  });

  it('shows cohorts to their partner, and provisional ids to everybody', () => {
    const shown = [...given(fall, school).world.documents(subjectsProjection).values()];
    expect(shown).toMatchObject([
      { subjectId: 'cohort:fall-2026', kind: 'cohort', partnerId: P, state: null },
      { subjectId: 'local:prep', kind: 'school', partnerId: null, state: 'NM', because: 'tribal' },
    ]);
  });
});
