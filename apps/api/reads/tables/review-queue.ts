import type { QueuedClaim } from '#contexts/incentives/views/review-queue';
import { cents } from '#kernel/money/cents';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import { column, partnerColumns } from '../csv/csv-column';
import {
  centsFilter,
  choiceFilter,
  momentFilter,
  partnerFilter,
  quarterFilter,
  waitsOnFilter,
  wordFilter,
} from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';
import { OPEN_CLAIM_VIEWS, openClaims } from './open-claims';

/** A line of `GET /v1/review-queue`. */
export type QueueRow = Omit<QueuedClaim, 'partnerId'> & { readonly partner: PartnerRef };

/** A row with the members by which it is filtered and sorted on top. */
type Sortable = QueueRow & { readonly waitsOnRole: string; readonly act: string; readonly waitingSince: string };

/** The rows are made, not kept; this says how they are filtered, sorted and summed. */
const rowsView: View<Sortable> = {
  ...{ name: 'review-queue-rows', version: 1 },
  partnerOf: ({ partner }) => partner.id,
  fields: {
    ...{ kind: 'text', quarter: 'text', outcomeType: 'text', act: 'text', waitsOnRole: 'text', submittedAt: 'text' },
    ...{ waitingSince: 'text', ageDays: 'integer', requestedCents: 'integer' },
  },
  totals: ['requestedCents', 'reservedCents'],
};

const EXAMPLE: QueueRow = {
  ...{ kind: 'claim', id: 'clm_b4d6f2h5j7l3n5p7r2t4v6x3za', status: 'claimed', quarter: '2026-Q3' },
  ...{ outcomeType: 'district-onboarded', subjectId: 'lea:0100390', outcomeDate: EXAMPLE_DAY },
  ...{ requestedCents: cents(500_000), reservedCents: cents(500_000), flags: [], submittedAt: EXAMPLE_INSTANT },
  ...{ ageDays: 12, waitsOn: { role: 'program-staff', act: 'verify', since: EXAMPLE_INSTANT }, dueAt: null },
  ...{ missing: ['verification', 'approval'], actedBy: ['per_a4d6f2h5j7l3n5p7r2t4v6x3za'] },
  ...{ headroomCents: cents(1_500_000), headroomAfterCents: cents(1_500_000), partner: EXAMPLE_PARTNER },
};

export const reviewQueueTable: TableRead<QueueRow> = {
  ...{ name: 'review-queue', path: 'v1/review-queue', tag: 'work', views: OPEN_CLAIM_VIEWS },
  summary: 'What is to be reviewed, oldest first, with its age and what is missing',
  filters: [
    choiceFilter('kind', ['claim'], 'What it is.'),
    quarterFilter('quarter', 'The quarter in which it was submitted.'),
    partnerFilter,
    wordFilter('outcomeType', /^[a-z][a-z-]{1,59}$/, 'district-onboarded', 'What was reached.'),
    waitsOnFilter,
    choiceFilter(
      'act',
      ['verify', 'approve', 'resolve-contest', 'decide-appeal', 'resubmit'],
      'What is to be done next.',
    ),
    momentFilter('submittedFrom', 'submittedAt', '>='),
    momentFilter('submittedTo', 'submittedAt', '<='),
    centsFilter('minCents', 'requestedCents', '>='),
    centsFilter('maxCents', 'requestedCents', '<='),
  ],
  sorts: ['submittedAt', 'waitingSince', 'ageDays', 'requestedCents'],
  defaultSort: 'submittedAt',
  csv: [
    column('kind'),
    column('id'),
    column('status'),
    column('quarter'),
    ...partnerColumns<QueueRow>(),
    column('outcomeType', 'text'),
    column('subjectId'),
    column('outcomeDate'),
    column('requestedCents', 'cents'),
    column('reservedCents', 'cents'),
    column('submittedAt'),
    column('ageDays'),
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn.role },
    { name: 'act', kind: 'word', value: ({ waitsOn }) => waitsOn.act },
    { name: 'waitingSince', kind: 'word', value: ({ waitsOn }) => waitsOn.since },
    column('dueAt'),
    { name: 'missing', kind: 'word', value: ({ missing }) => missing.join('; ') },
    { name: 'flags', kind: 'word', value: ({ flags }) => flags.join('; ') },
    column('headroomCents', 'cents'),
    column('headroomAfterCents', 'cents'),
  ],
  example: EXAMPLE,
  exampleTotals: { requestedCents: 500_000, reservedCents: 500_000 },
  exampleAbout: { today: EXAMPLE_DAY },
  load,
  // Another day makes everything older without an event.
  variant: ({ about }) => (about as { readonly today: string }).today.replaceAll('-', ''),
};

async function load(ask: Ask): Promise<Loaded<QueueRow>> {
  const { claims, partners, today } = await openClaims(ask);
  const only = partnerAsked(ask, partners);
  const rows = claims
    .filter(({ line }) => only === undefined || line.partnerId === only)
    .map(({ line: { partnerId, ...line } }) => ({ ...line, partner: partnerRef(partnerId, partners) }));
  const found = queryRows(rows.map(sortable), findOf(ask, ask.where), rowsView);
  return { ...loaded(found, ask.sort, plain), about: { today } };
}

function sortable(row: QueueRow): { readonly key: string; readonly document: Sortable } {
  const { role, act, since } = row.waitsOn;
  return { key: row.id, document: { ...row, waitsOnRole: role, act, waitingSince: since } };
}

function plain({ waitsOnRole: _role, act: _act, waitingSince: _since, ...row }: Sortable): QueueRow {
  return row;
}
