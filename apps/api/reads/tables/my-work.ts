import { reads } from '#contexts/access/policy/who-may';
import { approvalsView } from '#contexts/access/views/approvals';
import { awardsView } from '#contexts/grants/views/awards';
import { proposalsView } from '#contexts/grants/views/proposals';
import { payablesView } from '#contexts/payouts/views/payables';
import type { PersonId } from '#kernel/ids/entity-id';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import type { CsvColumn } from '../csv/csv-column';
import { column } from '../csv/csv-column';
import { choiceFilter, partnerFilter } from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { daysSince } from '../work/days-since';
import { awardWork, cosignWork, reviewWork } from '../work/grant-work';
import { approvalWork, claimWork } from '../work/network-work';
import { payeeWork } from '../work/payee-work';
import type { OpenClaims } from '../work/open-claims';
import { OPEN_CLAIM_VIEWS, openClaims } from '../work/open-claims';
import { WAITING_PROPOSAL_VIEWS, waitingProposals } from '../work/waiting-proposals';
import type { Work, WorkRow } from '../work/work-row';
import { WORK_ACTS, WORK_KINDS } from '../work/work-row';
import { EXAMPLE_DAY, EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';

const rowsView: View<WorkRow> = {
  ...{ name: 'my-work-rows', version: 1 },
  partnerOf: ({ partner }) => partner?.id ?? null,
  fields: {
    kind: 'text',
    act: 'text',
    waitingSince: 'text',
    ageDays: 'integer',
    amountCents: 'integer',
    dueAt: 'text',
  },
  totals: ['amountCents'],
};

const EXAMPLE: WorkRow = {
  ...{ kind: 'claim', id: 'clm_b4d6f2h5j7l3n5p7r2t4v6x3za', act: 'verify', about: 'district-onboarded' },
  ...{ partner: EXAMPLE_PARTNER, amountCents: cents(500_000), waitingSince: EXAMPLE_INSTANT, ageDays: 12, dueAt: null },
  href: '/v1/claims/clm_b4d6f2h5j7l3n5p7r2t4v6x3za',
};

export const myWorkTable: TableRead<WorkRow> = {
  ...{ name: 'my-work', path: 'v1/my-work', tag: 'work', isPersonal: true },
  summary: 'What waits on you: acts that you may do today and that no duty of yours forbids',
  views: [...OPEN_CLAIM_VIEWS, ...WAITING_PROPOSAL_VIEWS, awardsView, approvalsView, payablesView],
  filters: [
    choiceFilter('kind', WORK_KINDS, 'What it is.'),
    choiceFilter('act', WORK_ACTS, 'What is to be done.'),
    partnerFilter,
  ],
  sorts: ['waitingSince', 'ageDays', 'amountCents', 'dueAt'],
  defaultSort: 'waitingSince',
  csv: [
    column('kind'),
    column('id'),
    column('act'),
    column('about', 'text'),
    partnerColumn('partnerId', 'id', 'word'),
    partnerColumn('partnerSlug', 'slug', 'text'),
    partnerColumn('partnerName', 'name', 'text'),
    column('amountCents', 'cents'),
    column('waitingSince'),
    column('ageDays'),
    column('dueAt'),
  ],
  example: EXAMPLE,
  exampleTotals: { amountCents: 500_000 },
  exampleAbout: { today: EXAMPLE_DAY, personId: 'per_c4d6f2h5j7l3n5p7r2t4v6x3za' },
  load,
  variant: ({ about }) => (about as About).today.replaceAll('-', ''),
};

/** For whom and for which day the rows are. */
interface About {
  readonly today: PlainDate;
  readonly personId: PersonId;
}

async function load(ask: Ask): Promise<Loaded<WorkRow>> {
  const open = await openClaims(ask);
  const { partners, today, zone } = open;
  const only = partnerAsked(ask, partners);
  const rows = (await workOf(ask, open))
    .filter(({ partner }) => only === undefined || partner?.id === only)
    .map((work): WorkRow => ({ ...work, ageDays: daysSince(work.waitingSince, today, zone) }));
  const keyed = rows.map((document) => ({ key: `${document.id}/${document.act}`, document }));
  const about: About = { today, personId: ask.subject.personId };
  return { ...loaded(queryRows(keyed, findOf(ask, ask.where), rowsView), ask.sort, (row) => row), about };
}

/** Everything of every kind; what the person may not even read is not looked at. */
async function workOf(ask: Ask, { claims, partners }: OpenClaims): Promise<readonly Work[]> {
  const { subject, reader, scope, at } = ask;
  const where = (value: string) => ({ where: [{ field: 'status', is: '=', value } as const] });
  const may = (view: string): boolean => reads(subject, view).reach !== 'none';
  const partner = (id: PartnerRef['id']): PartnerRef => partnerRef(id, partners);
  const awards = may('awards') ? (await reader.find(scope, awardsView, { where: [] })).rows : [];
  const unsigned = may('proposals')
    ? (await reader.find(scope, proposalsView, where('awaiting-cosignature'))).rows
    : [];
  const pending = may('approvals') ? (await reader.find(scope, approvalsView, where('pending'))).rows : [];
  const held = may('payables') ? (await reader.find(scope, payablesView, where('held'))).rows : [];
  const proposals = may('review-queue') ? await waitingProposals(ask) : [];
  return [
    ...claims.flatMap((one) => claimWork(one, subject, at, partner(one.line.partnerId))),
    ...proposals.flatMap((one) => reviewWork(one, subject, partner(one.line.partnerId))),
    ...unsigned.flatMap(({ document }) => cosignWork(document, subject, partner(document.partnerId))),
    ...awards.flatMap(({ document }) => awardWork(document, subject, at, partner(document.partnerId))),
    ...pending.flatMap(({ document }) => approvalWork(document, subject, at, partner)),
    ...payeeWork(
      held.map(({ document }) => document),
      subject,
      partner,
    ),
  ];
}

function partnerColumn(title: string, name: keyof PartnerRef, kind: 'word' | 'text'): CsvColumn<WorkRow> {
  return { name: title, kind, value: ({ partner }) => partner?.[name] ?? null };
}
