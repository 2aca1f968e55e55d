import type { ClaimDocument, ClaimPage, ClaimRow } from '#contexts/incentives/views/claims';
import { claimPage, claimRow, claimsView } from '#contexts/incentives/views/claims';
import { partnersView } from '#contexts/partners/views/partners';
import { column, partnerColumns } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import {
  centsFilter,
  choiceFilter,
  dateFilter,
  flagFilter,
  momentFilter,
  partnerFilter,
  subjectFilter,
  waitsOnFilter,
  wordFilter,
  yearFilter,
} from '../query/filters';
import type { PartnerRef } from '../table/listed';
import { listed } from '../table/listed';
import type { TableRead } from '../table/table-read';
import { EXAMPLE_CLAIM, EXAMPLE_DAY, EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';

/** A line of `GET /v1/claims`. */
export type ListedClaim = ClaimRow & { readonly partner: PartnerRef };

const views = [claimsView, partnersView];
const STATUSES = [
  ...['claimed', 'contested', 'information-requested', 'verified', 'approved'],
  ...['denied', 'appealed', 'rejected', 'withdrawn', 'reversed'],
];
const EXAMPLE: ListedClaim = { ...EXAMPLE_CLAIM, partner: EXAMPLE_PARTNER };

export const claimsTable: TableRead<ListedClaim> = {
  ...{ name: 'claims', path: 'v1/claims', tag: 'claims', summary: 'Claims, and how far each has come' },
  views,
  filters: [
    choiceFilter('status', STATUSES, 'How far it has come.'),
    waitsOnFilter(['program-staff', 'partner-staff']),
    partnerFilter,
    wordFilter(
      'outcomeType',
      /^[a-z][a-z-]{1,59}$/,
      'district-onboarded',
      'What was reached, as the catalogue names it.',
    ),
    yearFilter('programYear', 'The year whose cap it counts against.', 'programYear'),
    subjectFilter,
    flagFilter('truncated', 'Whether it reserves less than its outcome earns.'),
    flagFilter('contested', 'Whether another partner claims the same outcome.'),
    momentFilter('submittedFrom', 'submittedAt', '>='),
    momentFilter('submittedTo', 'submittedAt', '<='),
    momentFilter('decidedFrom', 'decidedAt', '>='),
    momentFilter('decidedTo', 'decidedAt', '<='),
    dateFilter('outcomeFrom', 'outcomeDate', '>='),
    dateFilter('outcomeTo', 'outcomeDate', '<='),
    centsFilter('minCents', 'requestedCents', '>='),
    centsFilter('maxCents', 'requestedCents', '<='),
  ],
  sorts: ['submittedAt', 'decidedAt', 'outcomeDate', 'requestedCents', 'approvedCents', 'status', 'programYear'],
  defaultSort: '-submittedAt',
  csv: [
    column('id'),
    column('status'),
    ...partnerColumns<ListedClaim>(),
    column('programYear'),
    column('outcomeType', 'text'),
    column('subjectId'),
    column('outcomeDate'),
    column('requestedCents', 'cents'),
    column('reservedCents', 'cents'),
    column('approvedCents', 'cents'),
    column('reversedCents', 'cents'),
    column('truncated'),
    column('contested'),
    { name: 'flags', kind: 'word', value: ({ flags }) => flags.join('; ') },
    column('units'),
    column('courseCode', 'text'),
    column('policyCode', 'text'),
    column('submittedAt'),
    column('decidedAt'),
    column('decisionId'),
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn?.role ?? null },
    { name: 'waitsFor', kind: 'word', value: ({ waitsOn }) => waitsOn?.act ?? null },
    { name: 'waitingSince', kind: 'word', value: ({ waitsOn }) => waitsOn?.since ?? null },
  ],
  example: EXAMPLE,
  exampleTotals: { requestedCents: 500_000, reservedCents: 0, approvedCents: 500_000, reversedCents: 0 },
  load: (ask) => listed(ask, claimsView, (claim, partner) => ({ ...claimRow(claim), partner })),
  label: (_loaded, filters) => filters.get('programYear'),
};

/** A claim on its own page. */
export type ShownClaim = ClaimPage & { readonly partner: PartnerRef };

export const claimRead: EntityRead<ClaimDocument, ShownClaim> = {
  ...{ name: 'claims', path: 'v1/claims', tag: 'claims', summary: 'A claim and everything that happened to it' },
  ...{ prefix: 'clm', view: claimsView, views },
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ partnerId }) => partnerId,
  show: (claim, partner) => ({ ...claimPage(claim), partner }),
  example: {
    ...EXAMPLE,
    note: null,
    evidence: [{ kind: 'district-agreement', sha256: '0'.repeat(64) }],
    versions: [
      {
        ...{
          version: 1,
          at: EXAMPLE_INSTANT,
          outcomeDate: EXAMPLE_DAY,
          units: null,
          courseCode: null,
          policyCode: null,
        },
        evidence: [{ kind: 'district-agreement', sha256: '0'.repeat(64) }],
      },
    ],
    history: [{ type: 'IncentiveClaimed', at: EXAMPLE_INSTANT, sequence: 480, role: 'partner-staff', reason: null }],
  },
};
