import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { NetworkRole } from '#kernel/roles/roles';
import { specification } from '../../../../test/support/given-when-then';
import { NOW, person } from '../../../../test/support/network';
import { personStreams } from './person-streams';

const fay = person('fay');
const { given } = specification([personStreams], `person-${fay}`, NOW);
const registered = PersonRegistered({ personId: fay, handle: 'fay', profileSha256: null });
const granted = RoleGranted({ personId: fay, role: 'finance' });
const grant = { name: 'GrantRole', payload: { personId: fay, role: 'finance' } };
const revoke = { name: 'RevokeRole', payload: { personId: fay, role: 'finance', reason: 'Moved on.' } };

describe('RegisterPerson', () => {
  it('registers somebody under the command’s own id', () => {
    const command = { name: 'RegisterPerson', key: 'fay', payload: { handle: 'fay' } };
    given().when(command).then(registered);
    given()
      .when(command)
      .thenReply({ status: 201, location: `/v1/people/${fay}`, body: { personId: fay, handle: 'fay', roles: [] } });
    given()
      .when({ ...command, payload: { handle: 'fay', profileSha256: 'a'.repeat(64) } })
      .thenAccepted({ profileSha256: 'a'.repeat(64) });
  });

  it('says no to nothing: its stream is empty, for the id comes from the command', () => {
    expect(() => given(registered).when({ name: 'RegisterPerson', key: 'fay', payload: { handle: 'fay' } })).toThrow(
      'stream is empty',
    );
  });
});

describe('roles', () => {
  it('are granted and revoked', () => {
    given(registered).when(grant).then(granted);
    given(registered)
      .when(grant)
      .thenReply({ status: 200, body: { personId: fay, role: 'finance', held: true } });
    given(registered, granted)
      .when(revoke)
      .then(RoleRevoked({ personId: fay, role: 'finance', reason: 'Moved on.' }));
    given(registered, granted)
      .when(revoke)
      .thenReply({ status: 200, body: { personId: fay, role: 'finance', held: false } });
    given(registered, granted).when(revoke).thenAccepted().when(grant).thenAccepted();
  });

  it('GrantRole says no in this order: nobody, the own account, held already, a role that clashes', () => {
    given().when(grant).thenNotNow('NOT_FOUND', { status: 404 });
    for (const two of [{ by: fay }, { by: person('ada'), onBehalfOf: fay }])
      given(registered, granted)
        .when({ ...grant, ...two })
        .thenNotNow('OWN_ACCOUNT');
    given(registered, granted).when(grant).thenNotNow('ROLE_HELD', { status: 409 });
  });

  it('keep accounts and money with two people: an administrator holds no role of money, nor the reverse', () => {
    const asRole = (role: NetworkRole) => ({ name: 'GrantRole', payload: { personId: fay, role } });
    const holding = (role: NetworkRole) => given(registered, RoleGranted({ personId: fay, role }));
    for (const role of ['program-staff', 'grant-reviewer', 'finance'] as const) {
      holding('admin')
        .when(asRole(role))
        .thenNotNow('ROLES_CLASH', { figures: { role, held: 'admin' } });
      holding(role)
        .when(asRole('admin'))
        .thenNotNow('ROLES_CLASH', { figures: { role: 'admin', held: role } });
    }
    holding('auditor').when(asRole('admin')).thenAccepted();
    holding('finance').when(asRole('program-staff')).thenAccepted();
  });

  it('RevokeRole says no in this order: nobody, not held', () => {
    given().when(revoke).thenNotNow('NOT_FOUND', { status: 404 });
    given(registered).when(revoke).thenNotNow('ROLE_NOT_HELD', { status: 409 });
  });
});

describe('DeactivatePerson and ReactivatePerson', () => {
  const out = PersonDeactivated({ personId: fay, reason: 'Left.' });
  const back = PersonReactivated({ personId: fay, reason: 'Is back.' });
  const deactivate = { name: 'DeactivatePerson', payload: { personId: fay, reason: 'Left.' } };
  const reactivate = { name: 'ReactivatePerson', payload: { personId: fay, reason: 'Is back.' } };

  it('close an account and open it again', () => {
    given(registered).when(deactivate).then(out);
    given(registered)
      .when(deactivate)
      .thenReply({ status: 200, body: { personId: fay, active: false } });
    given(registered, out).when(reactivate).then(back);
    given(registered, out)
      .when(reactivate)
      .thenReply({ status: 200, body: { personId: fay, active: true } });
    given(registered, out, back).when(deactivate).thenAccepted();
  });

  it('says no in this order: nobody, the own account, closed or open already', () => {
    const own = { ...deactivate, by: fay };
    given().when(own).thenNotNow('NOT_FOUND', { status: 404 });
    given().when(reactivate).thenNotNow('NOT_FOUND', { status: 404 });
    given(registered, out).when(own).thenNotNow('OWN_ACCOUNT', { status: 409 });
    given(registered, out).when(deactivate).thenNotNow('NOT_OPEN', { status: 409 });
    given(registered).when(reactivate).thenNotNow('NOT_OPEN', { status: 409 });
  });

  it('keep an administrator: nobody ends their own administration, though any other role of theirs', () => {
    const admin = RoleGranted({ personId: fay, role: 'admin' });
    given(registered, admin)
      .when({ ...revoke, by: fay, payload: { ...revoke.payload, role: 'admin' } })
      .thenNotNow('OWN_ACCOUNT', { status: 409 });
    given(registered, granted)
      .when({ ...revoke, by: fay })
      .thenAccepted();
  });
});

describe('a person’s stream', () => {
  it('knows the revision of the last event', () => {
    const state = given(registered, granted).world.stateOf<never>(`person-${fay}`);
    expect(personStreams.touched(state, fay)).toBe(1);
    expect(personStreams.touched(state, person('gus'))).toBeUndefined();
  });

  it.each([
    ['a second registration', [registered, registered], 'registered once'],
    ['a role granted twice', [registered, granted, granted], 'granted once'],
    ['a role of nobody', [granted], 'missing'],
    ['a return of one who never left', [registered, PersonReactivated({ personId: fay, reason: '' })], 'by turns'],
    [
      'a role that is not held',
      [registered, RoleRevoked({ personId: fay, role: 'finance', reason: '' })],
      'only a role that is held',
    ],
    [
      'another person’s event',
      [registered, RoleGranted({ personId: person('gus'), role: 'finance' })],
      'about that person',
    ],
  ])('stops on %s', (_, events, words) => {
    expect(() => given(...events)).toThrow(words);
  });
});
