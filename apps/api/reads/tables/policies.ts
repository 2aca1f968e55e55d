import type { GrantsPolicyDocument } from '#contexts/grants/views/policies';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import { policiesView } from '#contexts/incentives/views/policies';
import type { Cents } from '#kernel/money/cents';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { choiceFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_INSTANT } from './examples';

/** A line of `GET /v1/policies`, and a version on its own page: one family of rules, whole. */
export type ShownPolicy = Omit<PolicyDocument, 'revision' | 'family' | 'content'> & {
  readonly family: 'incentives' | 'grants';
  readonly content: object;
  /** Of the incentive rules; the grant rules cap a quarter, by a schedule in their content. */
  readonly annualCapCents: Cents | null;
};

/** The rows are of several views; this says how they are filtered and sorted together. */
const rowsView: View<ShownPolicy> = {
  ...{ name: 'policy-rows', version: 1 },
  partnerOf: () => null,
  fields: { family: 'text', status: 'text', version: 'integer', effectiveFrom: 'text' },
  totals: [],
};

const EXAMPLE: ShownPolicy = incentives({
  ...{ id: 'pol_b4d6f2h5j7l3n5p7r2t4v6x3za', family: 'incentives', version: 2, status: 'published' },
  ...{ effectiveFrom: EXAMPLE_DAY, draftedAt: EXAMPLE_INSTANT, draftedBy: ['per_c4d6f2h5j7l3n5p7r2t4v6x3za'] },
  ...{ publishedAt: EXAMPLE_INSTANT, hash: '0'.repeat(64), content: defaultIncentivesPolicy, revision: 2 },
  publishedBy: ['per_c4d6f2h5j7l3n5p7r2t4v6x3za', 'per_d4d6f2h5j7l3n5p7r2t4v6x3za'],
  replaces: { version: 1, hash: '1'.repeat(64) },
  changes: [{ at: 'annualCapCents', before: 2_400_000, after: 2_500_000 }],
});

export const policiesTable: TableRead<ShownPolicy> = {
  ...{ name: 'policies', path: 'v1/policies', tag: 'policies', views: [policiesView, grantsPoliciesView] },
  summary: 'The versions of the rules, each with its content and its digest; drafts are for the network’s own people',
  filters: [
    choiceFilter('family', ['incentives', 'grants'], 'Which rules.'),
    choiceFilter('status', ['draft', 'published'], 'Whether it may come to rule.'),
  ],
  sorts: ['version', 'effectiveFrom', 'family'],
  defaultSort: '-version',
  csv: [
    column('id'),
    column('family'),
    column('version'),
    column('status'),
    column('effectiveFrom'),
    column('draftedAt'),
    column('publishedAt'),
    { name: 'publishedBy', kind: 'word', value: ({ publishedBy }) => publishedBy.join('; ') },
    column('hash'),
    column('annualCapCents', 'cents'),
    { name: 'changes', kind: 'word', value: ({ changes }) => changes.length },
  ],
  example: EXAMPLE,
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
    ...ofGrants.rows.map(({ document }) => grants(document)),
  ].map((document) => ({ key: `${document.family}/${document.version}`, document }));
  return loaded(queryRows(rows, findOf(ask, ask.where), rowsView), ask.sort, (row) => row);
}

export const policyRead: EntityRead<PolicyDocument, ShownPolicy> = {
  ...{ name: 'policies', path: 'v1/policies/incentives', tag: 'policies' },
  summary: 'A version of the incentive rules, drafted or published, and what it changes',
  prefix: { pattern: /^[1-9]\d{0,5}$/, expected: 'a version like 2', example: '2' },
  ...{ view: policiesView, views: [policiesView] },
  revisionOf: ({ revision }) => revision,
  show: incentives,
  example: EXAMPLE,
};

export const grantsPolicyRead: EntityRead<GrantsPolicyDocument, ShownPolicy> = {
  ...{ name: 'policies', path: 'v1/policies/grants', tag: 'policies' },
  summary: 'A version of the grant rules, drafted or published, and what it changes',
  prefix: { pattern: /^[1-9]\d{0,5}$/, expected: 'a version like 2', example: '2' },
  ...{ view: grantsPoliciesView, views: [grantsPoliciesView] },
  revisionOf: ({ revision }) => revision,
  show: grants,
  example: {
    ...{ ...EXAMPLE, family: 'grants', annualCapCents: null, content: defaultGrantsPolicy },
    changes: [{ at: 'acceptanceDays', before: 30, after: 21 }],
  },
};

function incentives({ revision: _revision, ...policy }: PolicyDocument): ShownPolicy {
  return { ...policy, annualCapCents: policy.content.annualCapCents };
}

function grants({ revision: _revision, ...policy }: GrantsPolicyDocument): ShownPolicy {
  return { ...policy, annualCapCents: null };
}
