import type { PolicyDocument } from '#contexts/incentives/views/policies';
import { policiesView } from '#contexts/incentives/views/policies';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { Cents } from '#kernel/money/cents';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { choiceFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_INSTANT } from './examples';

/** A line of `GET /v1/policies`, and a version on its own page: the rules whole. */
export type ShownPolicy = Omit<PolicyDocument, 'revision'> & { readonly annualCapCents: Cents };

const EXAMPLE: ShownPolicy = shown({
  ...{ id: 'pol_b4d6f2h5j7l3n5p7r2t4v6x3za', family: 'incentives', version: 2, status: 'published' },
  ...{ effectiveFrom: EXAMPLE_DAY, draftedAt: EXAMPLE_INSTANT, draftedBy: ['per_c4d6f2h5j7l3n5p7r2t4v6x3za'] },
  ...{ publishedAt: EXAMPLE_INSTANT, hash: '0'.repeat(64), content: defaultIncentivesPolicy, revision: 2 },
  publishedBy: ['per_c4d6f2h5j7l3n5p7r2t4v6x3za', 'per_d4d6f2h5j7l3n5p7r2t4v6x3za'],
  replaces: { version: 1, hash: '1'.repeat(64) },
  changes: [{ at: 'annualCapCents', before: 2_400_000, after: 2_500_000 }],
});

export const policiesTable: TableRead<ShownPolicy> = {
  ...{ name: 'incentives-policies', path: 'v1/policies', tag: 'policies' },
  summary: 'The versions of the rules, each with its content and its digest; drafts are for the network’s staff',
  views: [policiesView],
  filters: [
    { ...choiceFilter('family', ['incentives'], 'Which rules.'), where: () => [] },
    choiceFilter('status', ['draft', 'published'], 'Whether it may come to rule.'),
  ],
  sorts: ['version', 'effectiveFrom'],
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
  async load(ask) {
    return loaded(await ask.reader.find(ask.scope, policiesView, findOf(ask, ask.where)), ask.sort, shown);
  },
};

export const policyRead: EntityRead<PolicyDocument, ShownPolicy> = {
  ...{ name: 'incentives-policies', path: 'v1/policies/incentives', tag: 'policies' },
  summary: 'A version of the rules, drafted or published, and what it changes',
  ...{ prefix: 'pol', view: policiesView, views: [policiesView] },
  naturalKey: { pattern: /^[1-9]\d{0,5}$/, expected: 'a version like 2', example: '2' },
  revisionOf: ({ revision }) => revision,
  show: shown,
  example: EXAMPLE,
};

function shown({ revision: _revision, ...policy }: PolicyDocument): ShownPolicy {
  return { ...policy, annualCapCents: policy.content.annualCapCents };
}
