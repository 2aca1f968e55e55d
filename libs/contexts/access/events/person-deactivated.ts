import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** Somebody is out from this event on, with every token issued before. Their roles and duties stay what they were. */
export interface PersonDeactivatedData {
  readonly personId: PersonId;
  readonly reason: string;
}

export const PersonDeactivated = eventType<'PersonDeactivated', PersonDeactivatedData>('PersonDeactivated', 1);
export type PersonDeactivated = EventOf<typeof PersonDeactivated>;
