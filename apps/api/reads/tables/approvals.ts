import type { ApprovalDocument } from '#contexts/access/views/approvals';
import { approvalsView } from '#contexts/access/views/approvals';
import { column } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { choiceFilter } from '../query/filters';
import { findOf, loaded } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_INSTANT } from './examples';
import { instant } from '#kernel/time/instant';

/** A line of `GET /v1/approvals`. */
export type ShownApproval = Omit<ApprovalDocument, 'revision'>;

export const approvalsTable: TableRead<ShownApproval> = {
  ...{ name: 'approvals', path: 'v1/approvals', tag: 'access' },
  summary: 'Acts that take two people, and how far each has come',
  views: [approvalsView],
  filters: [choiceFilter('status', ['pending', 'confirmed', 'rejected'], 'How far it has come.')],
  sorts: ['requestedAt', 'expiresAt', 'answeredAt', 'status'],
  defaultSort: '-requestedAt',
  csv: [
    column('id'),
    column('status'),
    column('act'),
    column('requestedAt'),
    column('expiresAt'),
    column('answeredAt'),
    column('note', 'text'),
  ],
  example: {
    ...{ id: 'apr_b4d6f2h5j7l3n5p7r2t4v6x3za', status: 'pending', act: 'GrantRole' },
    payload: { personId: 'per_b4d6f2h5j7l3n5p7r2t4v6x3za', role: 'finance' },
    ...{
      requestedBy: ['per_c4d6f2h5j7l3n5p7r2t4v6x3za'],
      requestedAt: EXAMPLE_INSTANT,
      expiresAt: instant('2026-09-03T12:00:00.000Z'),
    },
    ...{ answeredBy: [], answeredAt: null, note: null },
  },
  exampleTotals: {},
  async load(ask) {
    return loaded(await ask.reader.find(ask.scope, approvalsView, findOf(ask, ask.where)), ask.sort, shown);
  },
};

export const approvalRead: EntityRead<ApprovalDocument, ShownApproval> = {
  ...{ name: 'approvals', path: 'v1/approvals', tag: 'access', summary: 'What was asked for, by whom, and the answer' },
  ...{ prefix: 'apr', view: approvalsView, views: [approvalsView] },
  revisionOf: ({ revision }) => revision,
  show: shown,
  example: approvalsTable.example,
};

function shown({ revision: _revision, ...row }: ApprovalDocument): ShownApproval {
  return row;
}
