import type { BatchDocument, BatchRow } from '#contexts/payouts/views/payout-batches';
import { BATCH_STATUSES, batchRow, payoutBatchesView } from '#contexts/payouts/views/payout-batches';
import { cents } from '#kernel/money/cents';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { centsFilter, choiceFilter, momentFilter } from '../query/filters';
import type { WaitsOn } from '../table/listed';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_INSTANT, EXAMPLE_PARTNER, EXAMPLE_PAYABLE } from './examples';

interface More {
  readonly waitsOn: WaitsOn | null;
}
/** A line of `GET /v1/payout-batches`, and a batch on its own page. */
export type ShownBatch = BatchRow & More;
export type BatchPage = Omit<BatchDocument, 'revision'> & More;

const [FIRST, SECOND] = ['per_b4d6f2h5j7l3n5p7r2t4v6x3za', 'per_c4d6f2h5j7l3n5p7r2t4v6x3za'] as const;
const EXAMPLE: ShownBatch = {
  ...{ id: 'bat_b4d6f2h5j7l3n5p7r2t4v6x3za', status: 'approved', payments: 1, totalCents: cents(500_000) },
  ...{ settledCents: cents(0), returnedCents: cents(0), unknownCents: cents(0) },
  ...{ preparedAt: EXAMPLE_INSTANT, approvedAt: EXAMPLE_INSTANT, exportedAt: null },
  ...{ preparedBy: [FIRST], approvedBy: [SECOND], exportedBy: [], file: null },
  waitsOn: { role: 'finance', act: 'export' },
};

const MONEY = ['totalCents', 'settledCents', 'returnedCents', 'unknownCents'] as const;

export const payoutBatchesTable: TableRead<ShownBatch> = {
  ...{ name: 'payout-batches', path: 'v1/payout-batches', tag: 'payouts', views: [payoutBatchesView] },
  summary: 'Batches of payments, and what the bank answered',
  filters: [
    choiceFilter('status', BATCH_STATUSES, 'How far it has come.'),
    momentFilter('preparedFrom', 'preparedAt', '>='),
    momentFilter('preparedTo', 'preparedAt', '<='),
    centsFilter('minCents', 'totalCents', '>='),
    centsFilter('maxCents', 'totalCents', '<='),
  ],
  sorts: ['preparedAt', 'exportedAt', 'totalCents', 'status'],
  defaultSort: '-preparedAt',
  csv: [
    column('id'),
    column('status'),
    column('payments'),
    ...MONEY.map((name) => column<ShownBatch, typeof name>(name, 'cents')),
    column('preparedAt'),
    column('approvedAt'),
    column('exportedAt'),
    { name: 'fileSha256', kind: 'word', value: ({ file }) => file?.sha256 ?? null },
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn?.act ?? null },
  ],
  example: EXAMPLE,
  exampleTotals: { payments: 1, totalCents: 500_000, settledCents: 0, returnedCents: 0, unknownCents: 0 },
  async load(ask) {
    const found = await ask.reader.find(ask.scope, payoutBatchesView, findOf(ask, ask.where));
    return loaded(found, ask.sort, (batch) => ({ ...batchRow(batch), waitsOn: waitsOn(batch) }));
  },
};

export const batchRead: EntityRead<BatchDocument, BatchPage> = {
  ...{ name: 'payout-batches', path: 'v1/payout-batches', tag: 'payouts' },
  summary: 'A batch with its payments and what it goes on without',
  ...{ prefix: 'bat', view: payoutBatchesView, views: [payoutBatchesView] },
  revisionOf: ({ revision }) => revision,
  show: ({ revision: _revision, ...batch }) => ({ ...batch, waitsOn: waitsOn(batch) }),
  example: {
    ...EXAMPLE,
    lines: [
      {
        ...{ payableId: EXAMPLE_PAYABLE.id, partner: EXAMPLE_PARTNER, fund: 'incentives', attempt: 1 },
        ...{ amountCents: cents(500_000), result: 'waiting', returnCode: null },
      },
    ],
    leftOut: [],
  },
};

const ACTS: Readonly<Partial<Record<BatchDocument['status'], string>>> = {
  prepared: 'approve',
  approved: 'export',
  exported: 'record-results',
};

/** A batch waits on finance until the bank has answered all of it. */
function waitsOn({ status }: Pick<BatchDocument, 'status'>): WaitsOn | null {
  const act = ACTS[status];
  return act === undefined ? null : { role: 'finance', act };
}
