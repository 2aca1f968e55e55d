import { METRICS } from '#contexts/grants/commands/proposal-fields';
import type { ReachRow } from '#contexts/grants/views/reach';
import { reachRows } from '#contexts/grants/views/reach';
import { proposalsView } from '#contexts/grants/views/proposals';
import { partnersView } from '#contexts/partners/views/partners';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import type { Condition } from '#platform/view-store/port/view-store';
import { column, partnerColumns } from '../csv/csv-column';
import { choiceFilter, partnerFilter, quarterFilter } from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef, partnersIn } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_PARTNER } from './examples';
import { AWARD_ID, PROPOSAL_ID, QUARTER } from './grant-examples';

/** A line of `GET /v1/grant-reach`: one number that an awarded activity was to reach, and what it reached. */
export type ShownReach = ReachRow & { readonly partner: PartnerRef };

/** The rows are made, not kept; this says how they are filtered, sorted and summed. */
const rowsView: View<ReachRow> = {
  ...{ name: 'reach-rows', version: 1 },
  partnerOf: ({ partnerId }) => partnerId,
  fields: { metric: 'text', quarter: 'text', anticipated: 'integer', actual: 'integer' },
  totals: ['anticipated', 'actual'],
};

export const grantReachTable: TableRead<ShownReach> = {
  ...{ name: 'grant-reach', path: 'v1/grant-reach', tag: 'grants', views: [proposalsView, partnersView] },
  summary: 'What awarded activities were to reach, and what their reports say they did',
  filters: [
    quarterFilter('quarter', 'The round that awarded it.', 'quarter'),
    choiceFilter('metric', METRICS, 'One metric.'),
    partnerFilter,
  ],
  sorts: ['quarter', 'metric', 'anticipated', 'actual'],
  defaultSort: '-quarter',
  csv: [
    column('proposalId'),
    column('awardId'),
    ...partnerColumns<ShownReach>(),
    column('quarter'),
    column('metric'),
    column('anticipated'),
    column('actual'),
  ],
  example: {
    ...{ proposalId: PROPOSAL_ID, awardId: AWARD_ID, partnerId: EXAMPLE_PARTNER.id, quarter: QUARTER },
    ...{ metric: 'people-reached', anticipated: 400, actual: 380, partner: EXAMPLE_PARTNER },
  },
  exampleTotals: { anticipated: 400, actual: 380 },
  load,
  label: (_loaded, filters) => filters.get('quarter'),
};

async function load(ask: Ask): Promise<Loaded<ShownReach>> {
  const partners = await partnersIn(ask.reader, ask.scope);
  const partner = partnerAsked(ask, partners);
  const only: Condition[] = partner === undefined ? [] : [{ field: 'partnerId', is: '=', value: partner }];
  const { rows } = await ask.reader.find(ask.scope, proposalsView, { where: only });
  const reach = reachRows(rows.map(({ document }) => document));
  const keyed = reach.map((document) => ({ key: `${document.proposalId}/${document.metric}`, document }));
  const found = queryRows(keyed, findOf(ask, ask.where), rowsView);
  return loaded(found, ask.sort, (row) => ({ ...row, partner: partnerRef(row.partnerId, partners) }));
}
