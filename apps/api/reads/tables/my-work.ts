import type { Subject } from '#contexts/access/policy/permissions';
import { can } from '#contexts/access/policy/permissions';
import type { ApprovalDocument } from '#contexts/access/views/approvals';
import { approvalsView } from '#contexts/access/views/approvals';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { ClaimDocument } from '#contexts/incentives/views/claims';
import type { QueuedClaim } from '#contexts/incentives/views/review-queue';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import { zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { daysBetween } from '#kernel/time/plain-date';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { View } from '#platform/view-store/port/view';
import type { CsvColumn } from '../csv/csv-column';
import { column } from '../csv/csv-column';
import { policiesIn } from '../moment/program';
import type { Filter } from '../query/filters';
import { choiceFilter, partnerFilter } from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_DAY, EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';
import { OPEN_CLAIM_VIEWS, openClaims } from './open-claims';

/** One thing that waits on the person who asks. */
export interface WorkRow {
  readonly kind: 'claim' | 'approval';
  readonly id: string;
  /** What to do: `verify`, or the answer to an approval. */
  readonly act: string;
  /** What it is about: the outcome, or the command that two people are to want. */
  readonly about: string;
  readonly partner: PartnerRef | null;
  readonly amountCents: Cents | null;
  readonly waitingSince: Instant;
  /** Whole days of the program that it waits for this. */
  readonly ageDays: number;
  readonly dueAt: Instant | null;
  /** Where it is read. */
  readonly href: string;
}

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
  views: [...OPEN_CLAIM_VIEWS, approvalsView],
  filters: [choiceFilter('kind', ['claim', 'approval'], 'What it is.'), actFilter(), partnerFilter],
  sorts: ['waitingSince', 'ageDays', 'amountCents', 'dueAt'],
  defaultSort: 'waitingSince',
  csv: [
    column('kind'),
    column('id'),
    column('act'),
    column('about', 'text'),
    ...['id', 'slug', 'name'].map((name) => partnerColumn(name as keyof PartnerRef)),
    column('amountCents', 'cents'),
    column('waitingSince'),
    column('ageDays'),
    column('dueAt'),
  ],
  example: EXAMPLE,
  exampleTotals: { amountCents: 500_000 },
  exampleAbout: { today: EXAMPLE_DAY, personId: 'per_c4d6f2h5j7l3n5p7r2t4v6x3za' },
  load,
  variant: ({ about }) =>
    Object.values(about as About)
      .join('-')
      .replaceAll('-', ''),
};

/** For whom and for which day the rows are. */
interface About {
  readonly today: PlainDate;
  readonly personId: PersonId;
}

async function load(ask: Ask): Promise<Loaded<WorkRow>> {
  const { claims, partners, today } = await openClaims(ask);
  const { subject, reader, scope } = ask;
  const policies = await policiesIn(reader, scope);
  const { zone } = (policies.at(-1)?.content ?? defaultIncentivesPolicy).program;
  const ageDays = (since: Instant): number => daysBetween(zoneCalendar.dateAt(since, zone), today);
  const pending = await reader.find(scope, approvalsView, { where: [{ field: 'status', is: '=', value: 'pending' }] });
  const only = partnerAsked(ask, partners);
  const rows = [
    ...claims
      .filter(({ document }) => mayWorkOn(document, subject, ask.at))
      .map(({ line }) => claimWork(line, partnerRef(line.partnerId, partners), ageDays)),
    ...pending.rows
      .filter(({ document }) => mayAnswer(document, subject))
      .map(({ document }) => approvalWork(document, ageDays)),
  ].filter(({ partner }) => only === undefined || partner?.id === only);
  const found = queryRows(
    rows.map((document) => ({ key: document.id, document })),
    findOf(ask, ask.where),
    rowsView,
  );
  const about: About = { today, personId: subject.personId };
  return { ...loaded(found, ask.sort, (row) => row), about };
}

/**
 * As the deciders judge it: a partner's question by its own staff and in time, everything else by the network's staff who
 * neither work for the partner nor hold a duty on the money already.
 */
function mayWorkOn(claim: ClaimDocument, { personId, networkRoles, partnerRoles }: Subject, at: Instant): boolean {
  const own = partnerRoles.filter(({ partnerId }) => partnerId === claim.partnerId);
  if (claim.waitsOnRole === 'partner-staff') {
    return own.some(({ role }) => role === 'partner-staff') && (claim.answerBy === null || at < claim.answerBy);
  }
  return networkRoles.includes('program-staff') && own.length === 0 && !claim.acted.includes(personId);
}

/** Whoever might have asked as well, and did not. */
function mayAnswer({ act, requestedBy }: ApprovalDocument, subject: Subject): boolean {
  return can(subject, act).allowed && !requestedBy.includes(subject.personId);
}

function claimWork(line: QueuedClaim, partner: PartnerRef, ageDays: (since: Instant) => number): WorkRow {
  const { id, outcomeType, requestedCents, waitsOn, dueAt } = line;
  return {
    ...{ kind: 'claim', id, act: waitsOn.act, about: outcomeType, partner, amountCents: requestedCents },
    ...{ waitingSince: waitsOn.since, ageDays: ageDays(waitsOn.since), dueAt, href: `/v1/claims/${id}` },
  };
}

function approvalWork({ id, act, requestedAt }: ApprovalDocument, ageDays: (since: Instant) => number): WorkRow {
  return {
    ...{ kind: 'approval', id, act: 'confirm', about: act, partner: null, amountCents: null, dueAt: null },
    ...{ waitingSince: requestedAt, ageDays: ageDays(requestedAt), href: `/v1/approvals/${id}` },
  };
}

function partnerColumn(name: keyof PartnerRef): CsvColumn<WorkRow> {
  const title = `partner${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { name: title, kind: name === 'id' ? 'word' : 'text', value: ({ partner }) => partner?.[name] ?? null };
}

function actFilter(): Filter {
  const acts = ['verify', 'approve', 'resolve-contest', 'decide-appeal', 'resubmit', 'confirm'];
  return choiceFilter('act', acts, 'What is to be done.');
}
