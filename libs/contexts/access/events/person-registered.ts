import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/**
 * Somebody can sign in. The handle is a pseudonym for demo sign-ins and tokens; name and e-mail are personal data and
 * lie in a salted blob, of which the event carries only the SHA-256 (G29).
 */
export interface PersonRegisteredData {
  readonly personId: PersonId;
  readonly handle: string;
  readonly profileSha256: string | null;
}

export const PersonRegistered = eventType<'PersonRegistered', PersonRegisteredData>('PersonRegistered', 1);
export type PersonRegistered = EventOf<typeof PersonRegistered>;
