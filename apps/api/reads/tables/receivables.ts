import type { ReceivableDocument } from '#contexts/payouts/views/receivables';
import { RECEIVABLE_STATUSES, receivablesView } from '#contexts/payouts/views/receivables';
import { partnersView } from '#contexts/partners/views/partners';
import { cents } from '#kernel/money/cents';
import { column, partnerColumns } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { centsFilter, choiceFilter, momentFilter, partnerFilter, yearFilter } from '../query/filters';
import type { PartnerRef, WaitsOn } from '../table/listed';
import { listed } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';

/** A line of `GET /v1/receivables`, and a receivable on its own page. */
export type ShownReceivable = Omit<ReceivableDocument, 'revision'> & {
  readonly partner: PartnerRef;
  readonly waitsOn: WaitsOn | null;
};

const views = [receivablesView, partnersView];
const EXAMPLE: ShownReceivable = {
  ...{ id: 'rcv_b4d6f2h5j7l3n5p7r2t4v6x3za', status: 'open', fund: 'grants' },
  source: { kind: 'award', awardId: 'awd_b4d6f2h5j7l3n5p7r2t4v6x3za', quarter: '2026-Q3' },
  ...{ decisionId: 'dec_b4d6f2h5j7l3n5p7r2t4v6x3za', partnerId: EXAMPLE_PARTNER.id, programYear: 2_026 },
  ...{ amountCents: cents(62_550), repaidCents: cents(0), openCents: cents(62_550) },
  ...{ createdAt: EXAMPLE_INSTANT, repayments: [], partner: EXAMPLE_PARTNER },
  waitsOn: { role: 'finance', act: 'repay' },
};

export const receivablesTable: TableRead<ShownReceivable> = {
  ...{ name: 'receivables', path: 'v1/receivables', tag: 'payouts', views },
  summary: 'Money that partners owe the network, and what came back',
  filters: [
    choiceFilter('status', RECEIVABLE_STATUSES, 'Whether anything of it is open.'),
    choiceFilter('fund', ['incentives', 'grants'], 'Which money it is.'),
    partnerFilter,
    yearFilter('programYear', 'The year that gets it back.', 'programYear'),
    momentFilter('createdFrom', 'createdAt', '>='),
    momentFilter('createdTo', 'createdAt', '<='),
    centsFilter('minCents', 'amountCents', '>='),
    centsFilter('maxCents', 'amountCents', '<='),
  ],
  sorts: ['createdAt', 'amountCents', 'openCents', 'status'],
  defaultSort: '-createdAt',
  csv: [
    column('id'),
    column('status'),
    column('fund'),
    ...partnerColumns<ShownReceivable>(),
    column('decisionId'),
    column('programYear'),
    column('amountCents', 'cents'),
    column('repaidCents', 'cents'),
    column('openCents', 'cents'),
    column('createdAt'),
  ],
  example: EXAMPLE,
  exampleTotals: { amountCents: 62_550, repaidCents: 0, openCents: 62_550 },
  load: (ask) => listed(ask, receivablesView, shown),
  label: (_loaded, filters) => filters.get('programYear'),
};

export const receivableRead: EntityRead<ReceivableDocument, ShownReceivable> = {
  ...{ name: 'receivables', path: 'v1/receivables', tag: 'payouts', summary: 'A receivable and what came back of it' },
  ...{ prefix: 'rcv', view: receivablesView, views },
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ partnerId }) => partnerId,
  show: shown,
  example: EXAMPLE,
};

function shown({ revision: _revision, ...receivable }: ReceivableDocument, partner: PartnerRef): ShownReceivable {
  const waitsOn = receivable.status === 'open' ? { role: 'finance', act: 'repay' } : null;
  return { ...receivable, partner, waitsOn };
}
