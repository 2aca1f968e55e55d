/** What is typed, in this order, on one network: README.md shows the first part, pages in docs/ the rest. */

/** Ids derive from the command, and so from this key: a reader who types the same gets the same ids. */
const key = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const PARTNER = 'ptr_qo5ybtdmzvifljz2ktk3qslrne';
const CLAIM = 'clm_yebpup3xrvo3nd72nfxlaw2jum';
const SHA256 = 'c3109c8eed789a8e1c02d70515544c179d1062baba2b9e801ebd80644d5e3ac8';
const FILE = { name: 'agreement.pdf', content: '%PDF-1.4\n% agreement of a district\n%%EOF\n' };

/** As spreadsheets leave sign-ups behind: a zero lost, a blank, an empty date, a school, one row twice. */
const SIGNUPS = {
  name: 'signups.csv',
  content: [
    'district_id,month_closed,tier',
    '5103640,2024-09-18,2',
    '100390,2024-08-08,1',
    '40042703160,2024-05-07,1',
    'A1192099,2024-07-12,2',
    '4.00427E+10,45000,1',
    ',1899-12-30,2',
    '5103640,2024-09-18,2',
    '',
  ].join('\r\n'),
};
const PLAN = ['id', 'status', 'planHash', 'applies', 'counts', 'rejectedBecause'];
const IMPORT = 'imp_2qqa6sscrnmunkrk7p6oo76gym';
const PLAN_HASH = '8bc9fdd62b3bd07a44c379ac1e8d145fd2babe83c7b2332fc628c8aa8cf62cbc';

const claim = {
  as: 'codeva-staff-1',
  post: '/v1/claims',
  key: key(2),
  json: {
    partnerId: PARTNER,
    outcomeType: 'district-onboarded',
    subjectId: 'lea:5103640',
    outcomeDate: '$DAY',
    evidence: [{ kind: 'district-agreement', sha256: SHA256 }],
  },
  show: ['id', 'status', 'programYear', 'requestedCents', 'reservedCents', 'approvedCents', 'truncated', 'policy'],
};
const CAP = [
  'data.capCents',
  'data.reservedCents',
  'data.approvedCents',
  'data.headroomCents',
  'data.claims',
  'sequence',
];

export const steps = [
  { name: 'start', start: true },
  { name: 'evidence', as: 'codeva-staff-1', post: '/v1/evidence', key: key(1), file: FILE },
  { name: 'claim', ...claim },
  { name: 'cap-usage', as: 'codeva-staff-1', get: '/v1/cap-usage', show: CAP },
  {
    name: 'refusal',
    as: 'codeva-staff-1',
    post: '/v1/claims',
    key: key(3),
    json: {
      partnerId: PARTNER,
      outcomeType: 'teachers-implementing',
      subjectId: 'lea:5103640',
      outcomeDate: '$DAY',
      units: 4,
      evidence: [],
    },
  },
  {
    name: 'verify-claim',
    as: 'program-1',
    post: `/v1/claims/${CLAIM}/verify`,
    key: key(4),
    json: {},
    show: ['id', 'status', 'reservedCents'],
  },
  { name: 'same-person', as: 'program-1', post: `/v1/claims/${CLAIM}/approve`, key: key(5), json: {} },
  {
    name: 'approve-claim',
    as: 'program-2',
    post: `/v1/claims/${CLAIM}/approve`,
    key: key(6),
    json: {},
    show: ['id', 'status', 'reservedCents', 'approvedCents'],
  },
  {
    name: 'payable',
    as: 'finance-1',
    get: `/v1/payables?claimId=${CLAIM}`,
    show: ['data.id', 'data.decisionId', 'data.status', 'data.amountCents', 'data.duties', 'sequence'],
  },
  { name: 'verify', rpn: ['verify'] },
  { name: 'replay', rpn: ['replay', '--all'] },

  // docs/concepts and docs/how-to
  { name: 'claim-again', ...claim, show: ['id', 'status', 'reservedCents'] },
  { name: 'cap-usage-then', as: 'codeva-staff-1', get: '/v1/cap-usage?asOf=2026-04-01T00:00:00Z', show: CAP },
  {
    name: 'event',
    as: 'auditor-1',
    get: '/v1/audit/events?type=PayableCreated&limit=1',
    show: [
      'data.type',
      'data.version',
      'data.stream',
      'data.revision',
      'data.sequence',
      'data.recordedAt',
      'data.data',
    ],
  },
  {
    name: 'capsule',
    as: 'auditor-1',
    get: '/v1/audit/events?type=IncentiveClaimed&limit=1',
    show: ['data.type', 'data.sequence', 'data.metadata'],
  },
  {
    name: 'truncated',
    as: 'auditor-1',
    get: '/v1/claims?partner=codeva&programYear=2025&truncated=true',
    show: ['data.outcomeType', 'data.requestedCents', 'data.approvedCents', 'data.decidedAt', 'count', 'totals'],
  },
  {
    name: 'import-dry-run',
    rpn: ['import', 'signups', 'signups.csv', '--as', 'program-1', '--dry-run'],
    file: SIGNUPS,
  },
  { name: 'import-upload', as: 'program-1', post: '/v1/imports?kind=signups', key: key(7), file: SIGNUPS, show: PLAN },
  {
    name: 'import-apply',
    as: 'program-1',
    post: `/v1/imports/${IMPORT}/apply`,
    key: key(8),
    json: { planHash: PLAN_HASH },
    show: ['id', 'status', 'counts'],
  },
  { name: 'import-again', rpn: ['import', 'signups', 'signups.csv', '--as', 'program-1'], file: SIGNUPS },
  { name: 'rebuild', rpn: ['rebuild', 'cap-usage'], stopped: true },
  {
    name: 'edit',
    sql:
      `UPDATE events SET data = replace(data, '"approvedCents":500000', '"approvedCents":500001') WHERE sequence = ` +
      `(SELECT min(sequence) FROM events WHERE type = 'ClaimApproved' AND data LIKE '%"approvedCents":500000%')`,
  },
  { name: 'edit-verify', rpn: ['verify'], stopped: true },
  { name: 'edit-replay', rpn: ['replay', '--all'], stopped: true },
];
