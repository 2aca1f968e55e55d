import { DistrictSignedUp } from '#contexts/engagement/events/district-signed-up';
import { SubjectRegistered } from '#contexts/partners/events/subject-registered';
import { plainDate } from '#kernel/time/plain-date';
import { inStream, specification } from '../../../../test/support/given-when-then';
import { NOW, pia } from '../../../../test/support/network';
import { districtStreams } from './district-streams';

const districtId = 'lea:0100390';
const { given } = specification([districtStreams], `district-${districtId}`, NOW);
const signedUp = DistrictSignedUp({ districtId, signedOn: plainDate('2024-08-08'), tier: 1 });
const signUp = (fields: object = {}) => ({
  name: 'RecordSignUp',
  payload: { districtId, signedOn: '2024-08-08', tier: 1, ...fields },
});

describe('RecordSignUp', () => {
  it('records the day and the tier', () => {
    given().when(signUp()).then(signedUp);
  });

  it('tells what it recorded', () => {
    given()
      .when(signUp())
      .thenReply({ status: 200, body: { id: districtId, signedOn: '2024-08-08', tier: 1 } });
  });

  it('takes a provisional id that program staff has registered', () => {
    const local = 'local:hopi-day-school';
    const { given: at } = specification([districtStreams], `district-${local}`, NOW);
    const asked = signUp({ districtId: local });
    at()
      .when(asked)
      .thenNotNow('SUBJECT_NOT_REGISTERED', { figures: { districtId: local } });
    const known = {
      subjectId: local,
      kind: 'school',
      state: 'AZ',
      title: 'Hopi Day School',
      because: 'tribal',
    } as const;
    at(inStream('subjects-1', SubjectRegistered({ ...known, registeredBy: [pia] })))
      .when(asked)
      .then(DistrictSignedUp({ districtId: local, signedOn: plainDate('2024-08-08'), tier: 1 }));
  });

  it('says no to a cohort, to a day that is yet to come, and to a second sign-up, in this order', () => {
    const cohort = { districtId: 'cohort:coaches-2026' };
    given()
      .when({ ...signUp({ ...cohort, signedOn: '2999-01-01' }) })
      .thenNotNow('NOT_A_DISTRICT', { figures: cohort });
    given(signedUp)
      .when(signUp({ signedOn: '2999-01-01' }))
      .thenNotNow('SIGNED_IN_FUTURE', { figures: { signedOn: '2999-01-01', latest: '2026-08-05' } });
    given(signedUp)
      .when(signUp({ tier: 2 }))
      .thenNotNow('ALREADY_SIGNED_UP', { figures: { signedOn: '2024-08-08', tier: 1 } });
  });
});
