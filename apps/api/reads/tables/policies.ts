import type { PolicyDocument } from '#contexts/incentives/views/policies';
import { policiesView } from '#contexts/incentives/views/policies';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { Cents } from '#kernel/money/cents';
import { column } from '../csv/csv-column';
import { choiceFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_INSTANT } from './examples';

/** A line of `GET /v1/policies`: a version of the rules, whole. */
export type ShownPolicy = PolicyDocument & { readonly annualCapCents: Cents };

export const policiesTable: TableRead<ShownPolicy> = {
  ...{ name: 'incentives-policies', path: 'v1/policies', tag: 'policies' },
  summary: 'The versions of the rules, each with its content and its digest',
  views: [policiesView],
  filters: [{ ...choiceFilter('family', ['incentives'], 'Which rules.'), where: () => [] }],
  sorts: ['version', 'effectiveFrom'],
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
  example: shown({
    ...{ id: 'pol_b4d6f2h5j7l3n5p7r2t4v6x3za', family: 'incentives', version: 1, effectiveFrom: EXAMPLE_DAY },
    ...{ publishedAt: EXAMPLE_INSTANT, hash: '0'.repeat(64), content: defaultIncentivesPolicy },
  }),
  exampleTotals: {},
  async load(ask) {
    return loaded(await ask.reader.find(ask.scope, policiesView, findOf(ask, ask.where)), ask.sort, shown);
  },
};

function shown(policy: PolicyDocument): ShownPolicy {
  return { ...policy, annualCapCents: policy.content.annualCapCents };
}
