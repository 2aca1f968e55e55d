import type { Subject } from '#contexts/access/policy/permissions';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import { proposalsView } from '#contexts/grants/views/proposals';
import type { ReviewQueueRow } from '#contexts/grants/views/review-queue';
import { owedBy, reviewQueue } from '#contexts/grants/views/review-queue';
import { roundsView } from '#contexts/grants/views/rounds';
import { partnersView } from '#contexts/partners/views/partners';
import { zoneCalendar } from '#kernel/time/calendar';
import { daysBetween } from '#kernel/time/plain-date';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import type { Condition } from '#platform/view-store/port/view-store';
import { column, partnerColumns } from '../csv/csv-column';
import { grantsDay, grantsPoliciesIn } from '../moment/grants-program';
import { partnerFilter, quarterFilter } from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef, partnersIn } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';
import { PROPOSAL_ID, QUARTER } from './grant-examples';
import { proposalReader } from './proposal-reader';

/** A line of `GET /v1/review-queue`: a proposal that waits, since when, and what is missing. */
export type ShownQueued = ReviewQueueRow & {
  readonly kind: 'proposal';
  readonly ageDays: number;
  readonly partner: PartnerRef;
};
type Sortable = Omit<ShownQueued, 'partner'>;

/** The rows are made, not kept; this says how they are filtered and sorted. */
const rowsView: View<Sortable> = {
  ...{ name: 'review-queue-rows', version: 1 },
  partnerOf: ({ partnerId }) => partnerId,
  fields: { submittedAt: 'text', quarter: 'text', assignMore: 'integer', ageDays: 'integer' },
  totals: [],
};

export const reviewQueueTable: TableRead<ShownQueued> = {
  ...{ name: 'review-queue', path: 'v1/review-queue', tag: 'grants' },
  views: [proposalsView, roundsView, partnersView, grantsPoliciesView],
  summary: 'Proposals that wait for reviewers or reviews; a reviewer sees what they owe themselves',
  filters: [quarterFilter('quarter', 'One round.', 'quarter'), partnerFilter],
  sorts: ['submittedAt', 'quarter', 'assignMore'],
  defaultSort: 'submittedAt',
  csv: [
    column('kind'),
    column('proposalId'),
    ...partnerColumns<ShownQueued>(),
    column('quarter'),
    column('submittedAt'),
    column('ageDays'),
    column('validReviews'),
    column('neededReviews'),
    column('assignMore'),
    { name: 'owed', kind: 'word', value: ({ owed }) => owed.map((one) => `${one.reviewerId} ${one.owes}`).join('; ') },
  ],
  example: {
    ...{ kind: 'proposal', proposalId: PROPOSAL_ID, partnerId: EXAMPLE_PARTNER.id, quarter: QUARTER },
    ...{ submittedAt: EXAMPLE_INSTANT, ageDays: 12, validReviews: 1, neededReviews: 2, assignMore: 0 },
    owed: [{ reviewerId: 'per_a4d6f2h5j7l3n5p7r2t4v6x3za', owes: 'review' }],
    partner: EXAMPLE_PARTNER,
  },
  exampleTotals: {},
  exampleAbout: { today: '2026-08-16' },
  load,
  // A new day makes everything a day older.
  variant: ({ about }) => (about as About).today.replaceAll('-', ''),
  label: (_loaded, filters) => filters.get('quarter'),
};

interface About {
  readonly today: string;
}

async function load(ask: Ask): Promise<Loaded<ShownQueued>> {
  const { reader, scope } = ask;
  const partners = await partnersIn(reader, scope);
  const partner = partnerAsked(ask, partners);
  const only: Condition[] = partner === undefined ? [] : [{ field: 'partnerId', is: '=', value: partner }];
  const { program, today } = grantsDay(await grantsPoliciesIn(reader, scope), ask.at);
  const queue = await queued(ask, only);
  const rows = queue.map((one) => {
    const ageDays = daysBetween(zoneCalendar.dateAt(one.submittedAt, program.zone), today);
    return { key: one.proposalId, document: { ...one, kind: 'proposal', ageDays } satisfies Sortable };
  });
  const found = queryRows(rows, findOf(ask, ask.where), rowsView);
  const shown = loaded(found, ask.sort, (row): ShownQueued => ({
    ...row,
    partner: partnerRef(row.partnerId, partners),
  }));
  return { ...shown, about: { today } satisfies About };
}

/** Each round's waiting proposals, by the number of reviews that the policy of the round asks for. */
async function queued({ reader, scope, subject }: Ask, only: readonly Condition[]): Promise<readonly ReviewQueueRow[]> {
  const waiting = [...only, { field: 'status', is: '=', value: 'submitted' } as const];
  const { rows } = await reader.find(scope, proposalsView, { where: waiting });
  const proposals = rows.map(({ document }) => document);
  const policies = await grantsPoliciesIn(reader, scope);
  const needed = (version: number): number =>
    policies.find((policy) => policy.version === version)?.content.rubric.minReviews ?? 0;
  const quarters = [...new Set(proposals.map(({ quarter }) => quarter))];
  const queues = await Promise.all(
    quarters.map(async (quarter) => {
      const round = await reader.get(scope, roundsView, quarter);
      return reviewQueue(proposals, quarter, needed((round ?? proposals[0])?.policy.version ?? 0));
    }),
  );
  return ownOf(queues.flat(), subject);
}

/** A reviewer sees their own debts; whoever runs the network sees everybody's. */
function ownOf(queue: readonly ReviewQueueRow[], subject: Subject): readonly ReviewQueueRow[] {
  const { ofNetwork, personId } = proposalReader(subject);
  if (ofNetwork) return queue;
  return owedBy(queue, personId).map((row) => ({
    ...row,
    owed: row.owed.filter(({ reviewerId }) => reviewerId === personId),
  }));
}
