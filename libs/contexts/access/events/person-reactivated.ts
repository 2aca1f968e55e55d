import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** Somebody who was out may sign in again, in the roles that they still hold. */
export interface PersonReactivatedData {
  readonly personId: PersonId;
  readonly reason: string;
}

export const PersonReactivated = eventType<'PersonReactivated', PersonReactivatedData>('PersonReactivated', 1);
export type PersonReactivated = EventOf<typeof PersonReactivated>;
