import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole } from '#kernel/roles/roles';

/** A person no longer holds a role; what they did in it stays theirs for every separation of duties. */
export interface RoleRevokedData {
  readonly personId: PersonId;
  readonly role: NetworkRole;
  readonly reason: string;
}

export const RoleRevoked = eventType<'RoleRevoked', RoleRevokedData>('RoleRevoked', 1);
export type RoleRevoked = EventOf<typeof RoleRevoked>;
