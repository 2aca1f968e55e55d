import type { PayableDocument } from '#contexts/payouts/views/payables';
import { PAYABLE_STATUSES, payablesView } from '#contexts/payouts/views/payables';
import { partnersView } from '#contexts/partners/views/partners';
import { column, partnerColumns } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import {
  centsFilter,
  choiceFilter,
  dateFilter,
  idFilter,
  momentFilter,
  partnerFilter,
  wordFilter,
  yearFilter,
} from '../query/filters';
import type { PartnerRef, WaitsOn } from '../table/listed';
import { listed } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_PARTNER, EXAMPLE_PAYABLE } from './examples';

/** A line of `GET /v1/payables`, and a payable on its own page. */
export type ShownPayable = Omit<PayableDocument, 'revision'> & {
  readonly partner: PartnerRef;
  readonly waitsOn: WaitsOn | null;
};

const views = [payablesView, partnersView];
const EXAMPLE: ShownPayable = {
  ...EXAMPLE_PAYABLE,
  partner: EXAMPLE_PARTNER,
  waitsOn: { role: 'finance', act: 'prepare-batch' },
};

export const payablesTable: TableRead<ShownPayable> = {
  ...{ name: 'payables', path: 'v1/payables', tag: 'payables', summary: 'Money owed to partners, one line a decision' },
  views,
  filters: [
    choiceFilter('status', PAYABLE_STATUSES, 'How far it has come.'),
    choiceFilter('fund', ['incentives', 'grants'], 'Which money it is.'),
    partnerFilter,
    idFilter('claimId', 'clm', 'The claim that it pays.'),
    idFilter('decisionId', 'dec', 'The decision that made it.'),
    idFilter('batchId', 'bat', 'The batch that has it, or had it last.'),
    yearFilter('programYear', 'The year whose cap it counted against.', 'programYear'),
    wordFilter(
      'outcomeType',
      /^[a-z][a-z-]{1,59}$/,
      'district-onboarded',
      'What was reached, as the catalogue names it.',
    ),
    momentFilter('decidedFrom', 'decidedAt', '>='),
    momentFilter('decidedTo', 'decidedAt', '<='),
    dateFilter('outcomeFrom', 'outcomeDate', '>='),
    dateFilter('outcomeTo', 'outcomeDate', '<='),
    dateFilter('paidFrom', 'paidOn', '>='),
    dateFilter('paidTo', 'paidOn', '<='),
    centsFilter('minCents', 'amountCents', '>='),
    centsFilter('maxCents', 'amountCents', '<='),
  ],
  sorts: ['decidedAt', 'outcomeDate', 'paidOn', 'amountCents', 'status', 'programYear'],
  defaultSort: '-decidedAt',
  csv: [
    column('id'),
    column('status'),
    column('fund'),
    ...partnerColumns<ShownPayable>(),
    column('claimId'),
    column('decisionId'),
    column('programYear'),
    column('outcomeType', 'text'),
    column('outcomeDate'),
    column('decidedAt'),
    column('paidOn'),
    column('recordedAt'),
    column('batchId'),
    column('attempts'),
    column('returnCode'),
    column('amountCents', 'cents'),
    { name: 'holds', kind: 'word', value: ({ holds }) => holds.join('; ') },
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn?.role ?? null },
  ],
  example: EXAMPLE,
  exampleTotals: { amountCents: 500_000 },
  load: (ask) => listed(ask, payablesView, shown),
  label: (_loaded, filters) => filters.get('programYear'),
};

export const payableRead: EntityRead<PayableDocument, ShownPayable> = {
  ...{ name: 'payables', path: 'v1/payables', tag: 'payables', summary: 'A payable, its decision and its duties' },
  ...{ prefix: 'pay', view: payablesView, views },
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ partnerId }) => partnerId,
  show: shown,
  example: EXAMPLE,
};

function shown({ revision: _revision, ...payable }: PayableDocument, partner: PartnerRef): ShownPayable {
  return { ...payable, partner, waitsOn: waitsOn(payable) };
}

/** Whom each status waits on. */
const WAITS_ON: Readonly<Record<Exclude<PayableDocument['status'], 'held'>, WaitsOn | null>> = {
  payable: { role: 'finance', act: 'prepare-batch' },
  'in-batch': { role: 'finance', act: 'approve-batch' },
  exported: { role: 'finance', act: 'record-results' },
  unknown: { role: 'finance', act: 'resolve-payment' },
  returned: { role: 'finance', act: 'repay' },
  paid: null,
};

/** Who can end the first of a held payable's holds; what only time ends waits on nobody. */
function waitsOn({ status, holds }: Pick<PayableDocument, 'status' | 'holds'>): WaitsOn | null {
  if (status !== 'held') return WAITS_ON[status];
  const first = holds.find((hold) => hold in REMEDIES) as keyof typeof REMEDIES | undefined;
  return first === undefined ? null : REMEDIES[first];
}

const REMEDIES = {
  'no-w9': { role: 'partner-staff', act: 'w9' },
  'payee-unverified': { role: 'finance', act: 'payee' },
  'partner-paused': { role: 'program-staff', act: 'reactivate' },
} as const;
