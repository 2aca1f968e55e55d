import type { PartnerDocument } from '#contexts/partners/views/partners';
import { partnersView } from '#contexts/partners/views/partners';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Scope } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';
import type { Condition, Find, Found, Position, Sort, ViewReader } from '#platform/view-store/port/view-store';
import type { Ask, Loaded } from './table-read';

/** A partner as rows of other tables name it. */
export interface PartnerRef {
  readonly id: PartnerId;
  readonly slug: string;
  readonly name: string;
}

/** Whom something waits on, and for what. */
export interface WaitsOn {
  readonly role: string;
  readonly act: string;
}

/** The partners that the asker sees, by id. */
export async function partnersIn(reader: ViewReader, scope: Scope): Promise<ReadonlyMap<string, PartnerDocument>> {
  const { rows } = await reader.find(scope, partnersView, { where: [] });
  return new Map(rows.map(({ key, document }) => [key, document]));
}

/** How a row names its partner. */
export function partnerRef(id: PartnerId, partners: ReadonlyMap<string, PartnerDocument>): PartnerRef {
  // Unknown only while the partners' view lags behind: what was read is then not of one moment, and is read again.
  const { slug, name } = partners.get(id) ?? { slug: '', name: '' };
  return { id, slug, name };
}

/** The id that the filter `partner` means; one that the asker does not see is as good as none. */
export function partnerAsked(
  { filters }: Pick<Ask, 'filters'>,
  partners: ReadonlyMap<string, PartnerDocument>,
): string | undefined {
  const asked = filters.get('partner');
  if (asked === undefined || partners.has(asked)) return asked;
  return [...partners.values()].find(({ slug }) => slug === asked)?.id ?? '';
}

/** Loads a table whose rows are documents of one view, each of a partner. */
export async function listed<D extends { readonly partnerId: PartnerId }, Row>(
  ask: Ask,
  view: View<D>,
  rowOf: (document: D, partner: PartnerRef) => Row,
): Promise<Loaded<Row>> {
  const partners = await partnersIn(ask.reader, ask.scope);
  const partner = partnerAsked(ask, partners);
  const only: Condition[] = partner === undefined ? [] : [{ field: 'partnerId', is: '=', value: partner }];
  const found = await ask.reader.find(ask.scope, view, findOf(ask, [...ask.where, ...only]));
  return loaded(found, ask.sort, (document) => rowOf(document, partnerRef(document.partnerId, partners)));
}

/** What a view is asked for a page or an export. */
export function findOf({ sort, after, limit }: Ask, where: readonly Condition[]): Find {
  return { where, sort, ...(after === undefined ? {} : { after }), ...(limit === undefined ? {} : { limit }) };
}

/** A page of documents as a page of rows. */
export function loaded<D extends object, Row>(
  { rows, hasMore, count, totals }: Omit<Found<D>, 'checkpoint'>,
  sort: Sort,
  rowOf: (document: D) => Row,
): Loaded<Row> {
  const last = rows.at(-1);
  const made = { rows: rows.map(({ document }) => rowOf(document)), hasMore, count, totals };
  if (last === undefined) return made;
  const value = (last.document as Readonly<Record<string, Position['value'] | undefined>>)[sort.field] ?? null;
  return { ...made, last: { value, key: last.key } };
}
