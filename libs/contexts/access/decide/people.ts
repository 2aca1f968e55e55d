import type { DeactivatePerson } from '#contexts/access/commands/deactivate-person';
import type { GrantRole } from '#contexts/access/commands/grant-role';
import type { ReactivatePerson } from '#contexts/access/commands/reactivate-person';
import type { RegisterPerson } from '#contexts/access/commands/register-person';
import type { RevokeRole } from '#contexts/access/commands/revoke-role';
import type { PersonState } from '#contexts/access/decide/state';
import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import { assert } from '#kernel/assert/assert';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole } from '#kernel/roles/roles';
import { MONEY_ROLES } from '#kernel/roles/roles';
import { entityId } from '#kernel/ids/entity-id';

/**
 * Registers a person under an id that comes from the command's. As with a partner's slug, that a handle names one person
 * is not decided here: the edge refuses one that the directory knows, and of two that race the first keeps it.
 */
export function registerPerson(
  { handle, profileSha256 }: RegisterPerson,
  { person }: Readonly<PersonState>,
  { commandId }: Circumstances,
): Answer<NewEventOf<typeof PersonRegistered>> {
  const personId = entityId('per', commandId);
  assert(person === null, 'a new person’s stream is empty', { personId });
  return accepted(PersonRegistered({ personId, handle, profileSha256: profileSha256 ?? null }));
}

/** Decides a grant: by others, of a role that the person does not hold yet and that goes with those they hold. */
export function grantRole(
  { personId, role }: GrantRole,
  { person }: Readonly<PersonState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof RoleGranted>> {
  if (person === null) return notFound;
  if (isOwn(personId, facts)) return ownAccount;
  if (person.roles.has(role)) return notNow('ROLE_HELD', `${personId} already holds the role ${role}.`, { role });
  const other = [...person.roles].find((held) => clash(role, held));
  if (other !== undefined) {
    const detail = `${personId} is ${other}: whoever administers accounts holds no role that decides on money.`;
    return notNow('ROLES_CLASH', detail, { role, held: other });
  }
  return accepted(RoleGranted({ personId, role }));
}

const clash = (one: NetworkRole, other: NetworkRole): boolean =>
  (one === 'admin' && MONEY_ROLES.includes(other)) || (other === 'admin' && MONEY_ROLES.includes(one));

/** Decides a revocation: of a role that the person holds. Nobody ends their own administration. */
export function revokeRole(
  { personId, role, reason }: RevokeRole,
  { person }: Readonly<PersonState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof RoleRevoked>> {
  if (person === null) return notFound;
  if (role === 'admin' && isOwn(personId, facts)) return ownAccount;
  if (!person.roles.has(role)) return notNow('ROLE_NOT_HELD', `${personId} does not hold the role ${role}.`, { role });
  return accepted(RoleRevoked({ personId, role, reason }));
}

/** Decides a sign-out for good: of somebody else, who can sign in. */
export function deactivatePerson(
  { personId, reason }: DeactivatePerson,
  { person }: Readonly<PersonState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof PersonDeactivated>> {
  if (person === null) return notFound;
  if (isOwn(personId, facts)) return ownAccount;
  if (!person.active) return notNow('NOT_OPEN', `${personId} is signed out already.`, { status: 'deactivated' });
  return accepted(PersonDeactivated({ personId, reason }));
}

/** Decides a return: of somebody who was signed out. */
export function reactivatePerson(
  { personId, reason }: ReactivatePerson,
  { person }: Readonly<PersonState>,
): Answer<NewEventOf<typeof PersonReactivated>> {
  if (person === null) return notFound;
  if (person.active) return notNow('NOT_OPEN', `${personId} can sign in already.`, { status: 'active' });
  return accepted(PersonReactivated({ personId, reason }));
}

const isOwn = (personId: PersonId, facts: Circumstances): boolean => actingPeople(facts).includes(personId);

/** So that an administrator is left, whoever locks whom out: accounts have no other door. */
const ownAccount: NotNow = notNow('OWN_ACCOUNT', 'Another administrator must do that to your account.');
