import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { Directory } from '#contexts/access/facts/directory';
import { directoryFold, partnerOfSlug, personOfHandle, subjectOf } from '#contexts/access/facts/directory';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import type { NewEvent } from '#kernel/decider/event';
import { plainDate } from '#kernel/time/plain-date';
import { affiliated, NOW, onboarded, partnerId, person } from '../../../../test/support/network';
import { World } from '../../../../test/support/world';

const sam = person('sam');
const P = partnerId('p');

function directory(...events: readonly NewEvent[]): Directory {
  const world = new World([], NOW);
  world.record('any', events);
  return world.log.reduce((state, event) => directoryFold.evolve(state, event), directoryFold.initial());
}
const registered = (name: string, handle = name): NewEvent =>
  PersonRegistered({ personId: person(name), handle, profileSha256: null });
const subject = (today: string, ...events: readonly NewEvent[]) =>
  subjectOf(directory(...events), sam, plainDate(today));

describe('the directory', () => {
  it('finds people by handle and partners by slug; of two that raced, the first keeps it', () => {
    const known = directory(
      registered('sam'),
      registered('other', 'sam'),
      onboarded(P, 'p'),
      onboarded(partnerId('q'), 'p'),
    );
    expect(personOfHandle(known, 'sam')).toBe(sam);
    expect(personOfHandle(known, 'nobody')).toBeUndefined();
    expect(partnerOfSlug(known, 'p')).toBe(P);
    expect(partnerOfSlug(known, 'q')).toBeUndefined();
  });

  it('knows nobody who was signed out for good, until they are let in again, in the roles that they hold', () => {
    const had = [registered('sam'), RoleGranted({ personId: sam, role: 'finance' })];
    const out = PersonDeactivated({ personId: sam, reason: 'x' });
    expect(subject('2026-08-04', ...had, out)).toBeUndefined();
    const back = PersonReactivated({ personId: sam, reason: 'x' });
    expect(subject('2026-08-04', ...had, out, back)).toMatchObject({ networkRoles: ['finance'] });
  });

  it('knows nobody who is not registered', () => {
    expect(subject('2026-08-04')).toBeUndefined();
    expect(subject('2026-08-04', affiliated(P, sam))).toBeUndefined();
  });

  it('gives roles in a fixed order, and takes them away', () => {
    const [finance, admin] = [
      RoleGranted({ personId: sam, role: 'finance' }),
      RoleGranted({ personId: sam, role: 'admin' }),
    ];
    const revoked = RoleRevoked({ personId: sam, role: 'finance', reason: 'x' });
    expect(subject('2026-08-04', registered('sam'), finance, admin)).toEqual({
      personId: sam,
      handle: 'sam',
      networkRoles: ['admin', 'finance'],
      partnerRoles: [],
    });
    expect(subject('2026-08-04', registered('sam'), finance, admin, revoked)?.networkRoles).toEqual(['admin']);
  });

  it.each([
    ['2026-01-31', 0],
    ['2026-02-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('counts an affiliation only while its days include %s', (today, count) => {
    const spell = affiliated(P, sam, 'champion', ['2026-02-01', '2026-06-30']);
    expect(subject(today, registered('sam'), spell)?.partnerRoles).toEqual(
      Array(count).fill({ partnerId: P, role: 'champion' }),
    );
  });

  it('ends one spell and leaves the others', () => {
    const ended = AffiliationEnded({
      partnerId: P,
      personId: sam,
      role: 'champion',
      from: plainDate('2026-02-01'),
      until: plainDate('2026-03-01'),
    });
    const events = [
      registered('sam'),
      affiliated(P, sam, 'champion', ['2026-02-01']),
      affiliated(P, sam, 'facilitator'),
      ended,
    ];
    expect(subject('2026-03-01', ...events)?.partnerRoles).toHaveLength(2);
    expect(subject('2026-03-02', ...events)?.partnerRoles).toEqual([{ partnerId: P, role: 'facilitator' }]);
  });
});
