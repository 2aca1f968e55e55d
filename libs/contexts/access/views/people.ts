import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** A person as the network's administrators see it: a pseudonym, roles, and whom it worked for and when. */
export interface PersonDocument {
  readonly id: PersonId;
  readonly handle: string;
  /** Whether the person may sign in. */
  readonly active: boolean;
  /** The salted blob with name and e-mail; null where none was given. */
  readonly profileSha256: string | null;
  readonly roles: readonly string[];
  readonly affiliations: readonly PersonAffiliation[];
}

export interface PersonAffiliation {
  readonly partnerId: PartnerId;
  readonly role: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export const peopleView: View<PersonDocument> = {
  name: 'people',
  version: 2,
  partnerOf: () => null,
  fields: { handle: 'text' },
  totals: [],
};
