import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { stateOfZip } from '#kernel/subjects/zip';
import type { Instant } from '#kernel/time/instant';
import { latestFrom } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** A partner as lists and its own page show it. */
export interface PartnerDocument {
  readonly id: PartnerId;
  readonly slug: string;
  readonly name: string;
  /** In the order in which they were defined; the first is the one it joined with. */
  readonly territories: readonly Territory[];
  readonly timeZone: string;
  readonly status: 'active' | 'paused' | 'exited';
  readonly since: PlainDate;
  readonly exitedOn: PlainDate | null;
  readonly people: readonly PartnerPerson[];
  /** Null: none is here, and nothing is paid. */
  readonly w9: { readonly taxClass: string; readonly signedOn: PlainDate; readonly details: string } | null;
  /** The file that holds the account, for finance to read; until when nothing is paid to it. Null: no account. */
  readonly payee: { readonly details: string; readonly heldUntil: Instant | null } | null;
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

/** What it covers from a day on; a state without ZIP codes is covered whole. */
export interface Territory {
  readonly effectiveFrom: PlainDate;
  readonly areas: readonly { readonly state: string; readonly zips: readonly string[] }[];
  readonly territory: string;
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
  version: 3,
  partnerOf: ({ id }) => id,
  fields: { slug: 'text', name: 'text', status: 'text', since: 'text' },
  totals: [],
};

/** A line of `GET /v1/partners`. */
export type PartnerRow = Pick<PartnerDocument, 'id' | 'slug' | 'name' | 'timeZone' | 'status' | 'since'> & {
  /** Postal codes of the states it covers on the day that was asked for. */
  readonly states: readonly string[];
};

export function partnerRow(partner: PartnerDocument, on: PlainDate): PartnerRow {
  const { id, slug, name, timeZone, status, since } = partner;
  return { id, slug, name, states: statesOn(partner, on), timeZone, status, since };
}

/** What a partner covers on a day; undefined before it joined. */
export const territoryOn = ({ territories }: PartnerDocument, on: PlainDate): Territory | undefined =>
  latestFrom(territories, on);

export const statesOn = (partner: PartnerDocument, on: PlainDate): readonly string[] =>
  territoryOn(partner, on)?.areas.map(({ state }) => state) ?? [];

/** Whether an area covers a ZIP code, by it or its first three digits. */
export const coversZip = ({ state, zips }: Territory['areas'][number], zip: string): boolean =>
  stateOfZip(zip) === state && (zips.length === 0 || zips.some((one) => zip.startsWith(one)));
