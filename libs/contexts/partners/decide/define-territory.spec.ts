import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import { plainDate } from '#kernel/time/plain-date';
import { specification } from '../../../../test/support/given-when-then';
import { NOW, onboarded, partnerId } from '../../../../test/support/network';
import { partnerStreams } from './partner-streams';

const P = partnerId('partner-a');
const { given } = specification([partnerStreams], `partner-${P}`, NOW);
const joined = onboarded(P, 'partner-a');
const define = (fields: object) => ({
  name: 'DefineTerritory',
  payload: { partnerId: P, effectiveFrom: '2026-07-01', areas: [{ state: 'VA' }], territory: 'Virginia', ...fields },
});

describe('DefineTerritory', () => {
  it('says what the partner covers from a day on: states in order, and their ZIP codes', () => {
    const event = TerritoryDefined({
      partnerId: P,
      effectiveFrom: plainDate('2026-07-01'),
      areas: [
        { state: 'MD', zips: [] },
        { state: 'VA', zips: ['220', '22401'] },
      ],
      territory: 'Virginia',
    });
    given(joined)
      .when(define({ areas: [{ state: 'VA', zips: ['22401', '220'] }, { state: 'MD' }] }))
      .then(event)
      .when(define({ areas: [{ state: 'VA' }], effectiveFrom: '2017-07-01' }))
      .thenReply({
        status: 200,
        body: {
          partnerId: P,
          effectiveFrom: '2017-07-01',
          areas: [{ state: 'VA', zips: [] }],
          territory: 'Virginia',
        },
      });
  });

  it('says no in this order: absent, before it joined, a state twice, a ZIP code elsewhere', () => {
    given().when(define({})).thenNotNow('NOT_FOUND');
    const wrong = [{ state: 'VA', zips: ['900'] }, { state: 'VA' }];
    given(joined)
      .when(define({ effectiveFrom: '2017-06-30', areas: wrong }))
      .thenNotNow('TERRITORY_BEFORE_START', { figures: { effectiveFrom: '2017-06-30', since: '2017-07-01' } });
    given(joined)
      .when(define({ areas: wrong }))
      .thenNotNow('STATE_TWICE', { figures: { state: 'VA' } });
    given(joined)
      .when(define({ areas: [{ state: 'VA', zips: ['220', '900'] }] }))
      .thenNotNow('ZIP_OUTSIDE_STATE', { figures: { zip: '900', state: 'VA', liesIn: 'CA' } });
  });
});
