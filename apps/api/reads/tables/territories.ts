import { policiesView } from '#contexts/incentives/views/policies';
import { partnersView, territoryOn } from '#contexts/partners/views/partners';
import type { PartnerDocument } from '#contexts/partners/views/partners';
import { present } from '#kernel/assert/assert';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import { policiesIn } from '../moment/program';
import { partnerFilter } from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnersIn } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_PARTNER } from './examples';
import type { Place } from './territory-filters';
import { areasAsked, dayOf, onFilter, placeAsked, stateFilter, zipFilter } from './territory-filters';

/** A state, or a part of it, and who covers it on a day. A shared state has a line for each partner. */
export interface TerritoryRow {
  readonly partner: PartnerRef;
  readonly state: string;
  /** ZIP codes or their first three digits; none: the whole state. */
  readonly zips: readonly string[];
  readonly territory: string;
  readonly status: PartnerDocument['status'];
  readonly effectiveFrom: PlainDate;
}

type Sortable = TerritoryRow & { readonly partnerId: PartnerId; readonly slug: string };

/** The rows are made, not kept; this says how they are sorted. */
const rowsView: View<Sortable> = {
  ...{ name: 'territory-rows', version: 1 },
  partnerOf: ({ partnerId }) => partnerId,
  fields: { slug: 'text', state: 'text', effectiveFrom: 'text' },
  totals: [],
};

export const territoriesTable: TableRead<TerritoryRow> = {
  ...{ name: 'territories', path: 'v1/territories', tag: 'partners', summary: 'Who covers which states and ZIP codes' },
  views: [partnersView, policiesView],
  filters: [partnerFilter, stateFilter, zipFilter, onFilter],
  sorts: ['state', 'slug', 'effectiveFrom'],
  defaultSort: 'state',
  csv: [
    ...partnerColumns<TerritoryRow>(),
    column('state'),
    { name: 'zips', kind: 'word', value: ({ zips }) => zips.join('; ') },
    column('territory', 'text'),
    column('status'),
    column('effectiveFrom'),
  ],
  example: {
    ...{ partner: EXAMPLE_PARTNER, state: 'VA', zips: ['220', '221'], territory: 'Northern Virginia' },
    ...{ status: 'active', effectiveFrom: EXAMPLE_DAY },
  },
  exampleTotals: {},
  exampleAbout: { on: EXAMPLE_DAY },
  variant: dayOf,
  async load(ask) {
    const partners = await partnersIn(ask.reader, ask.scope);
    const only = partnerAsked(ask, partners);
    const place = placeAsked(ask, await policiesIn(ask.reader, ask.scope));
    const asked = [...partners.values()].filter(({ id }) => only === undefined || id === only);
    const rows = asked.flatMap((partner) => rowsOf(partner, place));
    const found = queryRows(rows, findOf(ask, ask.where), rowsView);
    return { ...loaded(found, ask.sort, plain), about: { on: place.on } };
  },
};

function rowsOf(partner: PartnerDocument, place: Place): { key: string; document: Sortable }[] {
  const { id, slug, name, status } = partner;
  return areasAsked(partner, place).map(({ state, zips }) => {
    const { effectiveFrom, territory } = present(territoryOn(partner, place.on), 'the territory of an area');
    const row = { partner: { id, slug, name }, state, zips, territory, status, effectiveFrom };
    return { key: `${id}/${state}`, document: { ...row, partnerId: id, slug } };
  });
}

const plain = ({ partnerId: _partnerId, slug: _slug, ...row }: Sortable): TerritoryRow => row;
