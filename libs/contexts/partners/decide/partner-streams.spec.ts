import { PersonRegistered } from '#contexts/access/events/person-registered';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { inStream, specification } from '../../../../test/support/given-when-then';
import { affiliated, ana, NOW, onboarded, partnerId } from '../../../../test/support/network';
import { partnerStreams } from './partner-streams';

const P = partnerId('partner-a');
const known = inStream(`person-${ana}`, PersonRegistered({ personId: ana, handle: 'ana', profileSha256: null }));
const { given } = specification([partnerStreams], `partner-${P}`, NOW, [known]);

const profile = {
  slug: 'partner-a',
  name: 'PARTNER-A',
  states: ['AL', 'VA'],
  territory: 'All of it',
  timeZone: 'America/New_York',
  since: plainDate('2017-07-01'),
};
const joined = onboarded(P, 'partner-a');
const reason = 'Because.';
const paused = PartnerPaused({ partnerId: P, reason, partner: profile });
const active = PartnerReactivated({ partnerId: P, reason, partner: profile });
/** Its last day, and the midnight after it in New York. */
const lastDay = { exitedOn: plainDate('2026-08-31'), leavesAt: instant('2026-09-01T04:00:00.000Z') };
const exited = PartnerExited({ partnerId: P, ...lastDay, reason, partner: profile });
const pause = { name: 'PausePartner', payload: { partnerId: P, reason } };
const reactivate = { name: 'ReactivatePartner', payload: { partnerId: P, reason } };
const reactivateLate = { ...reactivate, at: lastDay.leavesAt };
const exit = (exitedOn: string) => ({ name: 'ExitPartner', payload: { partnerId: P, exitedOn, reason } });
const affiliate = (fields: object) => ({
  name: 'AffiliatePerson',
  payload: { partnerId: P, personId: ana, role: 'partner-staff', from: '2026-01-01', ...fields },
});
const end = (fields: object) => ({
  name: 'EndAffiliation',
  payload: { partnerId: P, personId: ana, role: 'partner-staff', until: '2026-06-30', ...fields },
});
const shown = (status: string) => {
  const { territory: _territory, ...rest } = profile;
  return { id: P, ...rest, status };
};

describe('OnboardPartner', () => {
  const onboard = { name: 'OnboardPartner', key: 'partner-a', payload: { ...profile, states: ['VA', 'AL', 'VA'] } };

  it('takes the partner in under the command’s own id, states in order and once', () => {
    given()
      .when(onboard)
      .then(PartnerOnboarded({ partnerId: P, ...profile }));
  });

  it('tells where it is', () => {
    given()
      .when(onboard)
      .thenReply({ status: 201, location: `/v1/partners/${P}`, body: shown('active') });
  });

  it('says no to nothing: its stream is empty, for the id comes from the command', () => {
    expect(() => given(joined).when(onboard)).toThrow('a new partner’s stream is empty');
  });
});

describe('a partner’s status', () => {
  it('goes from active to paused and back, and to exited for good', () => {
    given(joined).when(pause).then(paused);
    given(joined, paused).when(reactivate).then(active);
    given(joined).when(exit('2026-08-31')).then(exited);
    given(joined, paused).when(exit('2026-08-31')).then(exited);
  });

  it('stays active when it takes its exit back, up to the last moment of its last day where it is', () => {
    given(joined, exited)
      .when({ ...reactivate, at: '2026-09-01T03:59:59.999Z' })
      .then(active);
    given(joined, exited, active).when(pause).then(paused);
  });

  it('leaves at the end of that day also where version 1 of the exit named the day alone', () => {
    const { leavesAt: _leavesAt, ...first } = exited.data;
    expect(PartnerExited.upcasters[0]!(first as never)).toEqual(exited.data);
  });

  it('is told whole', () => {
    given(joined)
      .when(pause)
      .thenReply({ status: 200, body: shown('paused') });
    given(joined, paused)
      .when(reactivate)
      .thenReply({ status: 200, body: shown('active') });
    given(joined)
      .when(exit('2026-08-31'))
      .thenReply({ status: 200, body: { ...shown('exited'), exitedOn: '2026-08-31' } });
  });

  it.each([
    ['pause', 'paused', [joined, paused], pause],
    ['pause', 'exited', [joined, exited], pause],
    ['reactivate', 'active', [joined], reactivate],
    ['reactivate', 'exited', [joined, exited], reactivateLate],
    ['exit', 'exited', [joined, exited], exit('2026-08-31')],
  ])('%s is not open when %s', (_act, status, past, command) => {
    given(...past)
      .when(command)
      .thenNotNow('NOT_OPEN', { status: 409, figures: { status, needed: expect.any(String) as string } });
  });

  it.each([pause, reactivate, exit('2026-08-31'), affiliate({}), end({})])('$name: nobody is there', (command) => {
    given().when(command).thenNotNow('NOT_FOUND', { status: 404 });
  });

  it.each([
    ['PausePartner says no in this order: absent, not active', pause, paused],
    ['ReactivatePartner says no in this order: absent, not paused', reactivate, active],
  ])('%s', (_title, command, already) => {
    given().when(command).thenNotNow('NOT_FOUND', { status: 404 });
    given(joined, paused, ...(already === paused ? [] : [already]))
      .when(command)
      .thenNotNow('NOT_OPEN');
  });

  it('ExitPartner says no in this order: absent, exited, before it joined', () => {
    given().when(exit('2017-06-30')).thenNotNow('NOT_FOUND');
    given(joined, exited).when(exit('2017-06-30')).thenNotNow('NOT_OPEN');
    given(joined)
      .when(exit('2017-06-30'))
      .thenNotNow('EXIT_BEFORE_START', { figures: { exitedOn: '2017-06-30', since: '2017-07-01' } });
    given(joined).when(exit('2017-07-01')).thenAccepted();
  });
});

describe('AffiliatePerson', () => {
  it('gives a registered person a role from a day on', () => {
    const event = PersonAffiliated({
      partnerId: P,
      personId: ana,
      role: 'partner-staff',
      from: plainDate('2026-01-01'),
      until: null,
    });
    given(joined).when(affiliate({})).then(event);
    given(joined)
      .when(affiliate({ until: '2026-01-01' }))
      .thenReply({
        status: 200,
        body: { partnerId: P, personId: ana, role: 'partner-staff', from: '2026-01-01', until: '2026-01-01' },
      });
  });

  it('says no in this order: unknown person, ends before it starts, already', () => {
    const ghost = partnerId('ghost').replace('ptr', 'per');
    given(joined)
      .when(affiliate({ personId: ghost, until: '2025-01-01' }))
      .thenNotNow('PERSON_UNKNOWN');
    given(joined, affiliated(P, ana))
      .when(affiliate({ until: '2025-12-31' }))
      .thenNotNow('ENDS_BEFORE_START');
    given(joined, affiliated(P, ana))
      .when(affiliate({}))
      .thenNotNow('ALREADY_AFFILIATED', { figures: { role: 'partner-staff', from: '2017-07-01', until: null } });
  });

  it.each([
    ['2026-02-01', '2026-02-28', false],
    ['2025-12-01', '2026-01-01', false],
    ['2026-06-30', undefined, false],
    ['2025-12-01', '2025-12-31', true],
    ['2026-07-01', undefined, true],
  ])('beside 2026-01-01 to 2026-06-30, %s to %s: %s', (from, until, free) => {
    const told = given(joined, affiliated(P, ana, 'partner-staff', ['2026-01-01', '2026-06-30'])).when(
      affiliate({ from, ...(until === undefined ? {} : { until }) }),
    );
    if (free) told.thenAccepted();
    else told.thenNotNow('ALREADY_AFFILIATED');
  });

  it('in another role at the same time, and at a partner that has left', () => {
    given(joined, affiliated(P, ana))
      .when(affiliate({ role: 'facilitator' }))
      .thenAccepted();
    given(joined, exited).when(affiliate({})).thenAccepted();
  });
});

describe('EndAffiliation', () => {
  it('ends the spell that covers the last day', () => {
    given(
      joined,
      affiliated(P, ana, 'partner-staff', ['2025-01-01', '2025-12-31']),
      affiliated(P, ana, 'partner-staff', ['2026-01-01']),
    )
      .when(end({}))
      .then(
        AffiliationEnded({
          partnerId: P,
          personId: ana,
          role: 'partner-staff',
          from: plainDate('2026-01-01'),
          until: plainDate('2026-06-30'),
        }),
      )
      .when(affiliate({ from: '2026-07-01' }))
      .thenAccepted();
  });

  it('says no in this order: absent, not affiliated then', () => {
    given().when(end({})).thenNotNow('NOT_FOUND');
    given(joined).when(end({})).thenNotNow('NOT_AFFILIATED');
    given(joined, affiliated(P, ana, 'partner-staff', ['2026-07-01']))
      .when(end({}))
      .thenNotNow('NOT_AFFILIATED');
    given(joined, affiliated(P, ana, 'facilitator'))
      .when(end({}))
      .thenNotNow('NOT_AFFILIATED');
  });
});

describe('a partner’s stream', () => {
  it('knows the revision of the last event that touched it', () => {
    const { world } = given(joined, paused);
    const state = world.stateOf<never>(`partner-${P}`);
    expect(partnerStreams.touched(state, P)).toBe(1);
    expect(partnerStreams.touched(state, 'another')).toBeUndefined();
  });

  it.each([
    ['a second onboarding', [joined, joined], 'onboarded once'],
    ['a pause of a paused partner', [joined, paused, paused], 'does not come here'],
    ['an event before the first', [paused], 'missing'],
    ['a role held twice', [joined, affiliated(P, ana), affiliated(P, ana)], 'once at a time'],
    [
      'a spell that ends before it begins',
      [joined, affiliated(P, ana, 'champion', ['2026-01-02', '2026-01-01'])],
      'ends after',
    ],
    ['another partner’s event', [joined, affiliated(partnerId('other'), ana)], 'about that partner'],
  ])('stops on %s', (_, events, words) => {
    expect(() => given(...events)).toThrow(words);
  });
});
