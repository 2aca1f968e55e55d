import type { SlateDocument, SlateLineDocument } from '#contexts/grants/views/slates';
import { slatesView } from '#contexts/grants/views/slates';
import { partnersView } from '#contexts/partners/views/partners';
import type { PartnerId } from '#kernel/ids/entity-id';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { QUARTER as KEY } from '../entity/entity-read';
import { choiceFilter, partnerFilter, quarterFilter } from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef, partnersIn } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_PARTNER } from './examples';
import { EXAMPLE_LINE, EXAMPLE_SLATE, QUARTER } from './grant-examples';

/** A line of `GET /v1/slates`: what a decided round made of one proposal. */
export type ShownLine = Omit<SlateLineDocument, 'awardId'> & {
  readonly quarter: string;
  readonly awardId: string | null;
  readonly partner: PartnerRef;
};
type Sortable = Omit<ShownLine, 'partner'>;

/** The rows are made, not kept; this says how they are filtered, sorted and summed. */
const rowsView: View<Sortable> = {
  ...{ name: 'slate-rows', version: 1 },
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    ...{ quarter: 'text', outcome: 'text', partnerId: 'text', rank: 'integer' },
    ...{ scorePoints: 'integer', awardedCents: 'integer' },
  },
  totals: ['requestedCents', 'awardedCents'],
};

export const slatesTable: TableRead<ShownLine> = {
  ...{ name: 'grant-slates', path: 'v1/slates', tag: 'grants', views: [slatesView, partnersView] },
  summary: 'Decided rounds, one line a proposal: rank, score, amounts and the reasons, as they stand after promotions',
  filters: [
    quarterFilter('quarter', 'One round.', 'quarter'),
    choiceFilter('outcome', ['awarded', 'partial', 'waitlisted', 'not-funded'], 'What it came to.'),
    partnerFilter,
  ],
  sorts: ['rank', 'scorePoints', 'awardedCents', 'quarter'],
  defaultSort: 'rank',
  csv: [
    column('quarter'),
    column('rank'),
    column('proposalId'),
    ...partnerColumns<ShownLine>(),
    column('scorePoints'),
    column('requestedCents', 'cents'),
    column('recommendedCents', 'cents'),
    column('baseCents', 'cents'),
    column('awardedCents', 'cents'),
    column('outcome'),
    { name: 'because', kind: 'word', value: ({ because }) => because.join('; ') },
    column('awardId'),
  ],
  example: { ...EXAMPLE_LINE, quarter: QUARTER, awardId: EXAMPLE_LINE.awardId ?? null, partner: EXAMPLE_PARTNER },
  exampleTotals: { requestedCents: 500_000, awardedCents: 150_000 },
  load,
  label: (_loaded, filters) => filters.get('quarter'),
};

async function load(ask: Ask): Promise<Loaded<ShownLine>> {
  const partners = await partnersIn(ask.reader, ask.scope);
  const partner = partnerAsked(ask, partners) as PartnerId | undefined;
  const only = partner === undefined ? [] : [{ field: 'partnerId', is: '=', value: partner } as const];
  const { rows } = await ask.reader.find(ask.scope, slatesView, { where: [] });
  const lines = rows.flatMap(({ document: { quarter, lines } }) =>
    lines.map((line) => ({
      key: `${quarter}/${String(line.rank).padStart(6, '0')}`,
      document: { ...line, quarter, awardId: line.awardId ?? null },
    })),
  );
  const found = queryRows(lines, findOf(ask, [...ask.where, ...only]), rowsView);
  return loaded(found, ask.sort, (line) => ({ ...line, partner: partnerRef(line.partnerId, partners) }));
}

/** A round’s slate whole: the decision, its promotions, and what late conflicts would have changed. */
export const slateRead: EntityRead<SlateDocument, Omit<SlateDocument, 'revision'>> = {
  ...{ name: 'grant-slates', path: 'v1/rounds', part: 'slate', tag: 'grants', prefix: KEY },
  ...{ view: slatesView, views: [slatesView] },
  summary: 'What a round decided, whole, with its promotions and the slates that stand beside it',
  revisionOf: ({ revision }) => revision,
  show: ({ revision: _revision, ...slate }) => slate,
  example: EXAMPLE_SLATE,
};
