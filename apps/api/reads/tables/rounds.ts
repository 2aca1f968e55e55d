import type { RoundDocument } from '#contexts/grants/views/rounds';
import { roundsView } from '#contexts/grants/views/rounds';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { QUARTER as KEY } from '../entity/entity-read';
import { choiceFilter, quarterFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_HISTORY, EXAMPLE_ROUND } from './grant-examples';

/** A line of `GET /v1/rounds`, and a round on its own page. */
export type ShownRound = Omit<RoundDocument, 'revision' | 'history'>;
export type RoundPage = Omit<RoundDocument, 'revision'>;

export const roundsTable: TableRead<ShownRound> = {
  ...{ name: 'grant-rounds', path: 'v1/rounds', tag: 'grants', views: [roundsView] },
  summary: 'The quarterly rounds of grants: dates, goals, cap, and what became of each',
  filters: [
    quarterFilter('quarter', 'One quarter.', 'quarter'),
    choiceFilter('status', ['open', 'closed', 'allocated'], 'How far it has come.'),
  ],
  sorts: ['quarter', 'closesAt', 'status'],
  defaultSort: '-quarter',
  csv: [
    column('quarter'),
    column('status'),
    column('opensAt'),
    column('closesAt'),
    column('closedAt'),
    column('capPerPartnerCents', 'cents'),
    column('releasedAvailableCents', 'cents'),
    column('proposals'),
    column('requestedCents', 'cents'),
    column('givenCents', 'cents'),
    column('waitlisted'),
    column('decidedAt'),
    column('decisionId'),
  ],
  example: EXAMPLE_ROUND,
  exampleTotals: {},
  async load(ask) {
    return loaded(await ask.reader.find(ask.scope, roundsView, findOf(ask, ask.where)), ask.sort, row);
  },
};

export const roundRead: EntityRead<RoundDocument, RoundPage> = {
  ...{ name: 'grant-rounds', path: 'v1/rounds', tag: 'grants', prefix: KEY, view: roundsView, views: [roundsView] },
  summary: 'A round: its dates, goals, cap and the reason for it, and what happened',
  revisionOf: ({ revision }) => revision,
  show: ({ revision: _revision, ...round }) => round,
  example: { ...EXAMPLE_ROUND, history: EXAMPLE_HISTORY },
};

function row({ revision: _revision, history: _history, ...round }: RoundDocument): ShownRound {
  return round;
}
