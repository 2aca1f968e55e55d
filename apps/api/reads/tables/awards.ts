import type { AwardDocument, AwardRow } from '#contexts/grants/views/awards';
import { awardRow, awardsView } from '#contexts/grants/views/awards';
import { partnersView } from '#contexts/partners/views/partners';
import { column, partnerColumns } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import {
  centsFilter,
  choiceFilter,
  idFilter,
  momentFilter,
  partnerFilter,
  quarterFilter,
  yearFilter,
} from '../query/filters';
import type { PartnerRef, WaitsOn } from '../table/listed';
import { listed } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_PARTNER } from './examples';
import { EXAMPLE_AWARD, EXAMPLE_HISTORY } from './grant-examples';

interface More {
  readonly partner: PartnerRef;
  readonly waitsOn: WaitsOn | null;
}
/** A line of `GET /v1/awards`, and an award on its own page. */
export type ShownAward = AwardRow & More;
export type AwardPage = Omit<AwardDocument, 'revision'> & More;

const views = [awardsView, partnersView];
const EXAMPLE: ShownAward = {
  ...EXAMPLE_AWARD,
  partner: EXAMPLE_PARTNER,
  waitsOn: { role: 'partner-staff', act: 'report' },
};
const STATUSES = [
  ...['offered', 'accepted', 'reported', 'report-accepted'],
  ...['closed', 'declined', 'lapsed', 'reversed'],
];
const MONEY = [
  ...(['requestedCents', 'offeredCents', 'acceptedCents', 'netCents'] as const),
  ...(['spentCents', 'owedBackCents', 'repaidCents'] as const),
];

export const awardsTable: TableRead<ShownAward> = {
  ...{ name: 'awards', path: 'v1/awards', tag: 'grants', views },
  summary: 'Awards from their offer to their close, with what was accepted, spent and given back',
  filters: [
    choiceFilter('status', STATUSES, 'How far it has come.'),
    partnerFilter,
    idFilter('proposalId', 'prp', 'The proposal that it funds.'),
    quarterFilter('quarter', 'The round that offered it.', 'quarter'),
    yearFilter('programYear', 'The year whose pool bears it.', 'programYear'),
    choiceFilter('payment', ['advance', 'reimbursement'], 'When it is payable.'),
    momentFilter('lapsesTo', 'lapsesAt', '<='),
    momentFilter('reportDueTo', 'reportDueAt', '<='),
    centsFilter('minCents', 'offeredCents', '>='),
    centsFilter('maxCents', 'offeredCents', '<='),
  ],
  sorts: ['offeredAt', 'lapsesAt', 'reportDueAt', 'offeredCents', 'netCents', 'status', 'quarter'],
  defaultSort: '-offeredAt',
  csv: [
    column('id'),
    column('status'),
    ...partnerColumns<ShownAward>(),
    column('proposalId'),
    column('quarter'),
    column('payment'),
    ...MONEY.map((name) => column<ShownAward, typeof name>(name, 'cents')),
    { name: 'because', kind: 'word', value: ({ because }) => because.join('; ') },
    column('offeredAt'),
    column('lapsesAt'),
    column('reportDueAt'),
    column('offerDecisionId'),
    column('decisionId'),
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn?.role ?? null },
  ],
  example: EXAMPLE,
  exampleTotals: Object.fromEntries(
    awardsView.totals.map((name) => [name, EXAMPLE_AWARD[name as keyof AwardRow] as number]),
  ),
  load: (ask) =>
    listed(ask, awardsView, (award, partner) => ({ ...awardRow(award), partner, waitsOn: awardWaitsOn(award) })),
  label: (_loaded, filters) => filters.get('quarter') ?? filters.get('programYear'),
};

export const awardRead: EntityRead<AwardDocument, AwardPage> = {
  ...{ name: 'awards', path: 'v1/awards', tag: 'grants', summary: 'An award with its report and its history' },
  ...{ prefix: 'awd', view: awardsView, views },
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ partnerId }) => partnerId,
  show: ({ revision: _revision, ...award }, partner) => ({ ...award, partner, waitsOn: awardWaitsOn(award) }),
  example: { ...EXAMPLE, report: null, history: EXAMPLE_HISTORY },
};

const NEXT: Readonly<Partial<Record<AwardDocument['status'], WaitsOn>>> = {
  offered: { role: 'partner-staff', act: 'accept' },
  accepted: { role: 'partner-staff', act: 'report' },
  reported: { role: 'program-staff', act: 'accept-report' },
  'report-accepted': { role: 'program-staff', act: 'close' },
};

/** Whom an award waits on: nobody once it is over and owes nothing. */
export function awardWaitsOn({
  status,
  owedBackCents,
}: Pick<AwardDocument, 'status' | 'owedBackCents'>): WaitsOn | null {
  if (owedBackCents > 0 && status === 'reversed') return { role: 'finance', act: 'return-funds' };
  // Receivable by then, and repaid there.
  if (owedBackCents > 0 && status === 'report-accepted') return { role: 'finance', act: 'repay' };
  return NEXT[status] ?? null;
}
