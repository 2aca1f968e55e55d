import type { CapUsageRow } from '#contexts/incentives/views/cap-usage';
import { capUsageRows, capUsageView } from '#contexts/incentives/views/cap-usage';
import { policiesView } from '#contexts/incentives/views/policies';
import { partnersView } from '#contexts/partners/views/partners';
import type { PartnerId } from '#kernel/ids/entity-id';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { programYearOf } from '#kernel/time/program-calendar';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import { policiesIn, policyOn, programDay } from '../moment/program';
import { dateFilter, partnerFilter, yearFilter } from '../query/filters';
import { findOf, loaded, partnerAsked, partnersIn } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
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
  fields: { slug: 'text', ...Object.fromEntries(SORTS.map((name) => [name, 'integer' as const])) },
  totals: [...MONEY, 'claims'],
};

export const capUsageTable: TableRead<CapUsageRow> = {
  ...{ name: 'cap-usage', path: 'v1/cap-usage', tag: 'caps', views: [capUsageView, partnersView, policiesView] },
  summary: 'What each partner has used of a program year’s cap, and what is left',
  filters: [
    yearFilter('year', 'The program year; that of today when left out.'),
    partnerFilter,
    {
      ...dateFilter('effective', 'cap', '='),
      description: 'The cap of the rules in force on this day.',
      where: () => [],
    },
  ],
  sorts: ['slug', ...SORTS],
  defaultSort: 'slug',
  csv: [
    ...partnerColumns<CapUsageRow>(),
    column('programYear'),
    ...MONEY.map((name) => column<CapUsageRow, typeof name>(name, 'cents')),
    column('claims'),
  ],
  example: example(),
  exampleTotals: Object.fromEntries([...MONEY, 'claims' as const].map((name) => [name, example()[name]])),
  exampleAbout: { programYear: 2_026, effectiveOn: EXAMPLE_DAY, policy: { version: 1, hash: '0'.repeat(64) } },
  load,
  // A new day may bring another year or other rules without an event.
  variant: ({ about }) => `${(about as About).programYear}-${(about as About).effectiveOn.replaceAll('-', '')}`,
  label: ({ about }) => String((about as About).programYear),
};

/** Which year and which rules the rows are about. */
interface About {
  readonly programYear: number;
  readonly effectiveOn: string;
  readonly policy: { readonly version: number; readonly hash: string } | null;
}

/** Partners, usage and rules of one moment, joined: a partner without any usage has a row as well. */
async function load(ask: Ask): Promise<Loaded<CapUsageRow>> {
  const { reader, scope, filters, at } = ask;
  const [partners, policies] = [await partnersIn(reader, scope), await policiesIn(reader, scope)];
  const today = programDay(policies, at);
  const effectiveOn = plainDate(filters.get('effective') ?? today);
  const rules = policyOn(policies, effectiveOn);
  const year = Number(
    filters.get('year') ?? (rules === undefined ? today.slice(0, 4) : programYearOf(today, rules.content.program)),
  );
  const usage = await reader.find(scope, capUsageView, { where: [{ field: 'programYear', is: '=', value: year }] });
  const used = usage.rows.map(({ document }) => document);
  const rows = capUsageRows([...partners.values()], used, policies, year, effectiveOn);
  const only = partnerAsked(ask, partners);
  const kept = only === undefined ? rows : rows.filter(({ partner }) => partner.id === only);
  const found = queryRows(kept.map(sortable), findOf(ask, ask.where), rowsView);
  const policy = rules === undefined ? null : { version: rules.version, hash: rules.hash };
  return { ...loaded(found, ask.sort, plain), about: { programYear: year, effectiveOn, policy } satisfies About };
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
    ...{ headroomCents: cents(200_000), overCents: cents(0), claims: 5 },
  };
}
