import { evolve } from '#contexts/access/decide/evolve';
import {
  deactivatePerson,
  grantRole,
  reactivatePerson,
  registerPerson,
  revokeRole,
} from '#contexts/access/decide/people';
import { personReply } from '#contexts/access/decide/replies';
import type { PersonState } from '#contexts/access/decide/state';
import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { Circumstances, Decider } from '#kernel/decider/decider';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';

export const personStream = (personId: PersonId): string => `person-${personId}`;

const v1 = { version: 1, rules: 'v1', facts: alone, reply: personReply };
const onPerson = {
  ...v1,
  stream: ({ personId }: { personId: PersonId }): string => personStream(personId),
  entity: ({ personId }: { personId: PersonId }): string => personId,
};

/** A stream for each person: that they may sign in, and in which roles of the network's own staff. */
export const personStreams: Decider<PersonState> = {
  name: 'access',
  owns: (stream) => stream.startsWith('person-'),
  events: [PersonRegistered, PersonDeactivated, PersonReactivated, RoleGranted, RoleRevoked],
  initial: () => ({ person: null }),
  evolve,
  touched: ({ person }, entity) => (person?.personId === entity ? person.touched : undefined),
  commands: [
    {
      ...v1,
      name: 'RegisterPerson',
      stream: (_command, { commandId }) => personStream(entityId('per', commandId)),
      decide: registerPerson,
    },
    { ...onPerson, name: 'GrantRole', decide: grantRole },
    { ...onPerson, name: 'RevokeRole', decide: revokeRole },
    { ...onPerson, name: 'DeactivatePerson', decide: deactivatePerson },
    { ...onPerson, name: 'ReactivatePerson', decide: reactivatePerson },
  ],
};

/** For commands that need to know nothing beyond their own stream. */
function alone(_command: unknown, _state: unknown, circumstances: Circumstances): Circumstances {
  return circumstances;
}
