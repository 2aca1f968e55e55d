import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { FactFold } from '#kernel/decider/decider';
import type { PersonId } from '#kernel/ids/entity-id';

/** Whether a person is of finance: read again when money leaves, for a token outlives a role. */
export interface FinanceRole {
  finance: boolean;
}

export const financeRole: FactFold<FinanceRole> = {
  name: 'payouts/finance-role',
  prefix: 'person-',
  types: [RoleGranted, RoleRevoked],
  initial: () => ({ finance: false }),
  evolve(person, event) {
    const { data, type } = event as RoleGranted | RoleRevoked;
    return data.role === 'finance' ? { finance: type === RoleGranted.type } : person;
  },
};

export const personStream = (personId: PersonId): string => `person-${personId}`;
