import type { PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole } from '#kernel/roles/roles';

export interface Person {
  readonly personId: PersonId;
  readonly handle: string;
  readonly roles: Set<NetworkRole>;
  /** False while the person may not sign in. */
  active: boolean;
  /** Revision of the last event that touched it. */
  touched: number;
}

/** One stream, one person: null until registered. */
export interface PersonState {
  person: Person | null;
}
