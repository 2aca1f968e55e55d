import { reads } from '#contexts/access/policy/who-may';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import type { Filter } from '../query/filters';
import {
  centsFilter,
  choiceFilter,
  momentFilter,
  partnerFilter,
  quarterFilter,
  waitsOnFilter,
  wordFilter,
} from '../query/filters';
import { findOf, loaded, partnerAsked, partnerRef } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { daysSince } from '../work/days-since';
import { OPEN_CLAIM_VIEWS, openClaims } from '../work/open-claims';
import type { QueueRow } from '../work/queue-row';
import { claimRow, proposalRow } from '../work/queue-row';
import { WAITING_PROPOSAL_VIEWS, waitingProposals } from '../work/waiting-proposals';
import { EXAMPLE_DAY, EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';

/** A row with the members by which it is filtered and sorted on top. */
type Sortable = QueueRow & { readonly waitsOnRole: string; readonly act: string; readonly waitingSince: string };

/** The rows are made, not kept; this says how they are filtered, sorted and summed. */
const rowsView: View<Sortable> = {
  ...{ name: 'review-queue-rows', version: 1 },
  partnerOf: ({ partner }) => partner.id,
  fields: {
    ...{ kind: 'text', quarter: 'text', outcomeType: 'text', act: 'text', waitsOnRole: 'text', submittedAt: 'text' },
    ...{ waitingSince: 'text', ageDays: 'integer', requestedCents: 'integer', assignMore: 'integer' },
  },
  totals: ['requestedCents', 'reservedCents'],
};

const ACTS = ['verify', 'approve', 'resolve-contest', 'decide-appeal', 'resubmit', 'assign', 'review'];
const FILTERS: readonly Filter[] = [
  choiceFilter('kind', ['claim', 'proposal'], 'What it is.'),
  quarterFilter('quarter', 'In which a claim was submitted; the round of a proposal.', 'quarter'),
  partnerFilter,
  wordFilter('outcomeType', /^[a-z][a-z-]{1,59}$/, 'district-onboarded', 'What was reached.'),
  waitsOnFilter(['program-staff', 'partner-staff', 'grant-reviewer']),
  choiceFilter('act', ACTS, 'What is to be done next.'),
  momentFilter('submittedFrom', 'submittedAt', '>='),
  momentFilter('submittedTo', 'submittedAt', '<='),
  centsFilter('minCents', 'requestedCents', '>='),
  centsFilter('maxCents', 'requestedCents', '<='),
];

const EXAMPLE: QueueRow = {
  ...{ kind: 'claim', id: 'clm_b4d6f2h5j7l3n5p7r2t4v6x3za', status: 'claimed', partner: EXAMPLE_PARTNER },
  ...{ quarter: '2026-Q3', submittedAt: EXAMPLE_INSTANT, ageDays: 12, dueAt: null },
  ...{
    waitsOn: { role: 'program-staff', act: 'verify', since: EXAMPLE_INSTANT },
    missing: ['verification', 'approval'],
  },
  ...{ requestedCents: cents(500_000), reservedCents: cents(500_000), outcomeType: 'district-onboarded', flags: [] },
  ...{ subjectId: 'lea:0100390', outcomeDate: EXAMPLE_DAY, actedBy: ['per_a4d6f2h5j7l3n5p7r2t4v6x3za'] },
  ...{ headroomCents: cents(1_500_000), headroomAfterCents: cents(1_500_000) },
  ...{ validReviews: null, neededReviews: null, assignMore: null, owed: [] },
};

export const reviewQueueTable: TableRead<QueueRow> = {
  ...{ name: 'review-queue', path: 'v1/review-queue', tag: 'work' },
  views: [...OPEN_CLAIM_VIEWS, ...WAITING_PROPOSAL_VIEWS],
  summary: 'Claims and proposals to be reviewed, with their age and what is missing; a reviewer sees what they owe',
  filters: FILTERS,
  // A reviewer sees their own debts alone.
  isPersonal: true,
  sorts: ['submittedAt', 'waitingSince', 'ageDays', 'requestedCents', 'quarter', 'assignMore'],
  defaultSort: 'submittedAt',
  csv: [
    column('kind'),
    column('id'),
    column('status'),
    ...partnerColumns<QueueRow>(),
    column('quarter'),
    column('submittedAt'),
    column('ageDays'),
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn.role },
    { name: 'act', kind: 'word', value: ({ waitsOn }) => waitsOn.act },
    { name: 'waitingSince', kind: 'word', value: ({ waitsOn }) => waitsOn.since },
    column('dueAt'),
    { name: 'missing', kind: 'word', value: ({ missing }) => missing.join('; ') },
    column('requestedCents', 'cents'),
    column('reservedCents', 'cents'),
    column('outcomeType', 'text'),
    column('subjectId'),
    column('outcomeDate'),
    { name: 'flags', kind: 'word', value: ({ flags }) => flags.join('; ') },
    column('headroomCents', 'cents'),
    column('headroomAfterCents', 'cents'),
    column('validReviews'),
    column('neededReviews'),
    column('assignMore'),
    { name: 'owed', kind: 'word', value: ({ owed }) => owed.map((one) => `${one.reviewerId} ${one.owes}`).join('; ') },
  ],
  example: EXAMPLE,
  exampleTotals: { requestedCents: 500_000, reservedCents: 500_000 },
  exampleAbout: { today: EXAMPLE_DAY },
  load,
  // Another day makes everything older without an event.
  variant: ({ about }) => (about as About).today.replaceAll('-', ''),
  label: (_loaded, filters) => filters.get('quarter'),
};

interface About {
  readonly today: PlainDate;
}

async function load(ask: Ask): Promise<Loaded<QueueRow>> {
  const { claims, partners, today, zone } = await openClaims(ask);
  const proposals = await waitingProposals(ask);
  const seesClaims = reads(ask.subject, 'claims').reach === 'all';
  const only = partnerAsked(ask, partners);
  const rows = [
    ...(seesClaims ? claims : []).map(({ line }) => claimRow(line, partnerRef(line.partnerId, partners))),
    ...proposals.map((one) =>
      proposalRow(one, partnerRef(one.line.partnerId, partners), daysSince(one.line.submittedAt, today, zone)),
    ),
  ].filter(({ partner }) => only === undefined || partner.id === only);
  const found = queryRows(rows.map(sortable), findOf(ask, ask.where), rowsView);
  return { ...loaded(found, ask.sort, plain), about: { today } satisfies About };
}

function sortable(row: QueueRow): { readonly key: string; readonly document: Sortable } {
  const { role, act, since } = row.waitsOn;
  return { key: row.id, document: { ...row, waitsOnRole: role, act, waitingSince: since } };
}

function plain({ waitsOnRole: _role, act: _act, waitingSince: _since, ...row }: Sortable): QueueRow {
  return row;
}
