import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { FactFold } from '#kernel/decider/decider';
import type { NetworkRole } from '#kernel/roles/roles';

/** The network roles of one person: what confirming another's act rests on. */
export interface NetworkRoles {
  readonly roles: Set<NetworkRole>;
}

export const networkRoles: FactFold<NetworkRoles> = {
  name: 'access/network-roles',
  prefix: 'person-',
  types: [RoleGranted, RoleRevoked],
  initial: () => ({ roles: new Set() }),
  evolve(person, recorded) {
    const event = recorded as RoleGranted | RoleRevoked;
    if (event.type === 'RoleGranted') person.roles.add(event.data.role);
    else person.roles.delete(event.data.role);
    return person;
  },
};
