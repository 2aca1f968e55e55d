import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** A partner as lists and its own page show it. */
export interface PartnerDocument {
  readonly id: PartnerId;
  readonly slug: string;
  readonly name: string;
  readonly states: readonly string[];
  readonly territory: string;
  readonly timeZone: string;
  readonly status: 'active' | 'paused' | 'exited';
  readonly since: PlainDate;
  readonly exitedOn: PlainDate | null;
  readonly people: readonly PartnerPerson[];
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

/** A person in a role; both days inclusive, null is open. */
export interface PartnerPerson {
  readonly personId: PersonId;
  readonly role: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export const partnersView: View<PartnerDocument> = {
  name: 'partners',
  version: 1,
  partnerOf: ({ id }) => id,
  fields: { slug: 'text', name: 'text', status: 'text', since: 'text' },
  totals: [],
};

/** A line of `GET /v1/partners`. */
export type PartnerRow = Pick<PartnerDocument, 'id' | 'slug' | 'name' | 'states' | 'timeZone' | 'status' | 'since'>;

export function partnerRow({ id, slug, name, states, timeZone, status, since }: PartnerDocument): PartnerRow {
  return { id, slug, name, states, timeZone, status, since };
}
