import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { FactFold } from '#kernel/decider/decider';
import type { PersonId } from '#kernel/ids/entity-id';

/** Whether a person reviews grants for the network. */
export interface ReviewerRole {
  reviewer: boolean;
}

export const reviewerRole: FactFold<ReviewerRole> = {
  name: 'grants/reviewer-role',
  prefix: 'person-',
  types: [RoleGranted, RoleRevoked],
  initial: () => ({ reviewer: false }),
  evolve(person, event) {
    const { data, type } = event as RoleGranted | RoleRevoked;
    return data.role === 'grant-reviewer' ? { reviewer: type === RoleGranted.type } : person;
  },
};

export const personStream = (personId: PersonId): string => `person-${personId}`;
