import { cents } from '#kernel/money/cents';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import type { PoolPage } from '#contexts/grants/views/pool-page';
import { poolPage } from '#contexts/grants/views/pool-page';
import type { PoolDocument } from '#contexts/grants/views/pools';
import { poolsView } from '#contexts/grants/views/pools';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { YEAR } from '../entity/entity-read';
import { grantsPoliciesIn, poolMoment } from '../moment/grants-program';
import { yearFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_POOL, QUARTER } from './grant-examples';

/** A line of `GET /v1/pools`: a program year’s money. */
export type ShownPool = Omit<PoolDocument, 'revision'>;

const MONEY = [
  ...(['fundedCents', 'availableCents', 'offeredCents', 'committedCents', 'payableCents'] as const),
  ...(['paidCents', 'lapsedCents', 'returnedCents'] as const),
];

export const poolsTable: TableRead<ShownPool> = {
  ...{ name: 'grant-pools', path: 'v1/pools', tag: 'grants', views: [poolsView] },
  summary: 'The money for marketing grants, one line a program year; the figures exclude each other',
  filters: [yearFilter('year', 'One program year.', 'year')],
  sorts: ['year'],
  defaultSort: '-year',
  csv: [
    column('year'),
    column('release'),
    ...MONEY.map((name) => column<ShownPool, typeof name>(name, 'cents')),
    column('lapsed'),
    column('lapsesFrom'),
  ],
  example: EXAMPLE_POOL,
  exampleTotals: {},
  async load(ask) {
    return loaded(await ask.reader.find(ask.scope, poolsView, findOf(ask, ask.where)), ask.sort, shown);
  },
  label: (_loaded, filters) => filters.get('year'),
};

/** A year’s page: what its rounds may still give, and where the money is going. */
export const poolRead: EntityRead<PoolDocument, PoolPage> = {
  ...{ name: 'grant-pools', path: 'v1/pools', tag: 'grants', prefix: YEAR },
  summary: 'A program year’s money by quarter, with a forecast: burn, exhaustion, the next cap',
  ...{ view: poolsView, views: [poolsView, grantsPoliciesView], daily: true },
  revisionOf: ({ revision }) => revision,
  async show(pool, _partner, { reader, scope, at }) {
    return poolPage(pool, poolMoment(pool.year, await grantsPoliciesIn(reader, scope), at));
  },
  example: {
    ...{ ...EXAMPLE_POOL, quarter: QUARTER, releasedAvailableCents: cents(5_500_000) },
    forecast: {
      ...{ burnCentsPerDay: cents(3_488), exhaustedOn: null },
      next: { quarter: '2026-Q4', capPerPartnerCents: cents(500_000) },
    },
  },
};

function shown({ revision: _revision, ...pool }: PoolDocument): ShownPool {
  return pool;
}
