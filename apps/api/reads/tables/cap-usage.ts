import type { CapUsageRow } from '#contexts/incentives/views/cap-usage';
import { CAP_STATES } from '#contexts/incentives/views/cap-usage';
import type { PartnerId } from '#kernel/ids/entity-id';
import { cents } from '#kernel/money/cents';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import { choiceFilter, partnerFilter } from '../query/filters';
import { findOf, loaded, partnerAsked } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { CAP_FILTERS, CAP_VIEWS, capRowsOf, variantOf, yearOf } from './cap-rows';
import { EXAMPLE_DAY, EXAMPLE_PARTNER } from './examples';

/** A row of the table with the members by which it can be sorted and summed on top. */
type Sortable = CapUsageRow & { readonly partnerId: PartnerId; readonly slug: string };

const MONEY = [
  ...(['capCents', 'policyCapCents', 'overrideCents', 'reservedCents', 'approvedCents'] as const),
  ...(['reversedCents', 'paidCents', 'headroomCents', 'overCents'] as const),
];
const SORTS = [
  'capCents',
  'reservedCents',
  'approvedCents',
  'paidCents',
  'headroomCents',
  'overCents',
  'claims',
] as const;

/** The rows are made, not kept; this says how they are sorted and summed. */
const rowsView: View<Sortable> = {
  ...{ name: 'cap-usage-rows', version: 1 },
  partnerOf: ({ partnerId }) => partnerId,
  fields: { slug: 'text', state: 'text', ...Object.fromEntries(SORTS.map((name) => [name, 'integer' as const])) },
  totals: [...MONEY, 'claims'],
};

export const capUsageTable: TableRead<CapUsageRow> = {
  ...{ name: 'cap-usage', path: 'v1/cap-usage', tag: 'caps', views: CAP_VIEWS },
  summary: 'What each partner has used of a program year’s cap, and what is left',
  filters: [...CAP_FILTERS, partnerFilter, choiceFilter('state', CAP_STATES, 'How the year stands under its cap.')],
  sorts: ['slug', ...SORTS],
  defaultSort: 'slug',
  csv: [
    ...partnerColumns<CapUsageRow>(),
    column('programYear'),
    ...MONEY.map((name) => column<CapUsageRow, typeof name>(name, 'cents')),
    column('claims'),
    column('state'),
  ],
  example: example(),
  exampleTotals: Object.fromEntries([...MONEY, 'claims' as const].map((name) => [name, example()[name]])),
  exampleAbout: { programYear: 2_026, effectiveOn: EXAMPLE_DAY, policy: { version: 1, hash: '0'.repeat(64) } },
  load,
  variant: variantOf,
  label: yearOf,
};

async function load(ask: Ask): Promise<Loaded<CapUsageRow>> {
  const { rows, partners, about } = await capRowsOf(ask);
  const only = partnerAsked(ask, partners);
  const kept = only === undefined ? rows : rows.filter(({ partner }) => partner.id === only);
  const found = queryRows(kept.map(sortable), findOf(ask, ask.where), rowsView);
  return { ...loaded(found, ask.sort, plain), about };
}

function sortable(row: CapUsageRow): { readonly key: string; readonly document: Sortable } {
  const { id, slug } = row.partner;
  return { key: id, document: { ...row, partnerId: id, slug } };
}

function plain({ partnerId: _partnerId, slug: _slug, ...row }: Sortable): CapUsageRow {
  return row;
}

function example(): CapUsageRow {
  return {
    ...{ partner: EXAMPLE_PARTNER, programYear: 2_026 },
    ...{ capCents: cents(2_500_000), policyCapCents: cents(2_500_000), overrideCents: cents(0) },
    ...{ reservedCents: cents(300_000), approvedCents: cents(2_000_000), reversedCents: cents(0), paidCents: cents(0) },
    ...{ headroomCents: cents(200_000), overCents: cents(0), claims: 5, state: 'within-cap' },
  };
}
