import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import { policiesView } from '#contexts/incentives/views/policies';
import type { GrantsPolicyDocument } from '#contexts/grants/views/policies';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import type { Cents } from '#kernel/money/cents';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column } from '../csv/csv-column';
import { choiceFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_INSTANT } from './examples';

/** A line of `GET /v1/policies`: a version of one family of rules, whole. */
export type ShownPolicy = (PolicyDocument | GrantsPolicyDocument) & {
  /** Of the incentive rules; the grant rules cap a quarter, by a schedule in their content. */
  readonly annualCapCents: Cents | null;
};

/** The rows are of several views; this says how they are filtered and sorted together. */
const rowsView: View<ShownPolicy> = {
  ...{ name: 'policy-rows', version: 1 },
  partnerOf: () => null,
  fields: { family: 'text', version: 'integer', effectiveFrom: 'text' },
  totals: [],
};

export const policiesTable: TableRead<ShownPolicy> = {
  ...{ name: 'policies', path: 'v1/policies', tag: 'policies', views: [policiesView, grantsPoliciesView] },
  summary: 'The versions of the rules, each with its content and its digest',
  filters: [choiceFilter('family', ['incentives', 'grants'], 'Which rules.')],
  sorts: ['version', 'effectiveFrom', 'family'],
  defaultSort: '-version',
  csv: [
    column('id'),
    column('family'),
    column('version'),
    column('effectiveFrom'),
    column('publishedAt'),
    column('hash'),
    column('annualCapCents', 'cents'),
  ],
  example: incentives({
    ...{ id: 'pol_b4d6f2h5j7l3n5p7r2t4v6x3za', family: 'incentives', version: 1, effectiveFrom: EXAMPLE_DAY },
    ...{ publishedAt: EXAMPLE_INSTANT, hash: '0'.repeat(64), content: defaultIncentivesPolicy },
  }),
  exampleTotals: {},
  load,
};

async function load(ask: Ask): Promise<Loaded<ShownPolicy>> {
  const [ofIncentives, ofGrants] = [
    await ask.reader.find(ask.scope, policiesView, { where: [] }),
    await ask.reader.find(ask.scope, grantsPoliciesView, { where: [] }),
  ];
  const rows = [
    ...ofIncentives.rows.map(({ document }) => incentives(document)),
    ...ofGrants.rows.map(({ document }) => ({ ...document, annualCapCents: null })),
  ].map((document) => ({ key: `${document.family}/${document.version}`, document }));
  return loaded(queryRows(rows, findOf(ask, ask.where), rowsView), ask.sort, (row) => row);
}

function incentives(policy: PolicyDocument): ShownPolicy {
  return { ...policy, annualCapCents: policy.content.annualCapCents };
}
