import type { GrantCapRow } from '#contexts/grants/views/grant-cap-usage';
import { grantCapRows, grantCapUsageView } from '#contexts/grants/views/grant-cap-usage';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import { roundsView } from '#contexts/grants/views/rounds';
import { partnersView } from '#contexts/partners/views/partners';
import type { PartnerId } from '#kernel/ids/entity-id';
import { cents } from '#kernel/money/cents';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import { grantsDay, grantsPoliciesIn } from '../moment/grants-program';
import { partnerFilter, quarterFilter } from '../query/filters';
import { findOf, loaded, partnerAsked, partnersIn } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_PARTNER } from './examples';
import { QUARTER } from './grant-examples';

/** A row with the members by which it can be sorted and summed on top. */
type Sortable = GrantCapRow & { readonly partnerId: PartnerId; readonly slug: string };

const SORTS = ['usedCents', 'headroomCents', 'awards'] as const;

/** The rows are made, not kept; this says how they are sorted and summed. */
const rowsView: View<Sortable> = {
  ...{ name: 'grant-cap-rows', version: 1 },
  partnerOf: ({ partnerId }) => partnerId,
  fields: { slug: 'text', usedCents: 'integer', headroomCents: 'integer', awards: 'integer' },
  totals: ['usedCents', 'headroomCents', 'awards'],
};

const EXAMPLE: GrantCapRow = {
  ...{ partner: EXAMPLE_PARTNER, quarter: QUARTER, capCents: cents(500_000) },
  ...{ usedCents: cents(350_000), headroomCents: cents(150_000), awards: 1 },
};

export const grantCapUsageTable: TableRead<GrantCapRow> = {
  ...{ name: 'grant-cap-usage', path: 'v1/grant-cap-usage', tag: 'grants' },
  views: [grantCapUsageView, roundsView, partnersView, grantsPoliciesView],
  summary: 'What each partner has used of a quarter’s grant cap, and what is left; empty before the round is opened',
  filters: [quarterFilter('quarter', 'The quarter; that of today when left out.'), partnerFilter],
  sorts: ['slug', ...SORTS],
  defaultSort: 'slug',
  csv: [
    ...partnerColumns<GrantCapRow>(),
    column('quarter'),
    column('capCents', 'cents'),
    column('usedCents', 'cents'),
    column('headroomCents', 'cents'),
    column('awards'),
  ],
  example: EXAMPLE,
  exampleTotals: { usedCents: 350_000, headroomCents: 150_000, awards: 1 },
  exampleAbout: { quarter: QUARTER },
  load,
  // A new day may bring another quarter without an event.
  variant: ({ about }) => (about as About).quarter,
  label: ({ about }) => (about as About).quarter,
};

interface About {
  readonly quarter: string;
}

/** Partners, usage and the round's frozen cap of one moment, joined: a partner without an award has a row as well. */
async function load(ask: Ask): Promise<Loaded<GrantCapRow>> {
  const { reader, scope, filters, at } = ask;
  const partners = await partnersIn(reader, scope);
  const quarter = filters.get('quarter') ?? grantsDay(await grantsPoliciesIn(reader, scope), at).quarter;
  const round = await reader.get(scope, roundsView, quarter);
  const where = [{ field: 'quarter', is: '=', value: quarter }] as const;
  const usage = await reader.find(scope, grantCapUsageView, { where });
  const rows = grantCapRows(
    [...partners.values()],
    usage.rows.map(({ document }) => document),
    round,
  );
  const only = partnerAsked(ask, partners);
  const kept = only === undefined ? rows : rows.filter(({ partner }) => partner.id === only);
  const found = queryRows(kept.map(sortable), findOf(ask, []), rowsView);
  return { ...loaded(found, ask.sort, plain), about: { quarter } satisfies About };
}

function sortable(row: GrantCapRow): { readonly key: string; readonly document: Sortable } {
  const { id, slug } = row.partner;
  return { key: id, document: { ...row, partnerId: id, slug } };
}

function plain({ partnerId: _partnerId, slug: _slug, ...row }: Sortable): GrantCapRow {
  return row;
}
