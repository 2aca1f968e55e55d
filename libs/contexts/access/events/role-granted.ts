import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole } from '#kernel/roles/roles';

/** A person holds a role of the network's own staff. Roles come from events, never from a token or a body (G31). */
export interface RoleGrantedData {
  readonly personId: PersonId;
  readonly role: NetworkRole;
}

export const RoleGranted = eventType<'RoleGranted', RoleGrantedData>('RoleGranted', 1);
export type RoleGranted = EventOf<typeof RoleGranted>;
