/** What is typed, in this order, on one network: README.md shows the first part, pages in docs/ the rest. */

/** Ids derive from the command, and so from this key: a reader who types the same gets the same ids. */
const key = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const PARTNER = 'ptr_qo5ybtdmzvifljz2ktk3qslrne';
const CLAIM = 'clm_yebpup3xrvo3nd72nfxlaw2jum';
const APPROVAL = 'apr_ddduhm4tmbm6tbmsul2wo6ij4m';
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
const IMPORT = 'imp_xhrepuipxvpdfk6dofh2dmqmyq';
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
/** A school of Virginia that founded a club, which no policy of the demo pays for yet. */
const club = {
  as: 'codeva-staff-1',
  post: '/v1/claims',
  json: {
    partnerId: PARTNER,
    outcomeType: 'teacher-club-founded',
    subjectId: 'school:510364000001',
    outcomeDate: '$TODAY',
    units: 12,
    evidence: [{ kind: 'club-roster', sha256: SHA256 }],
  },
};
const ADD_OUTCOME = `  const { content } = JSON.parse(fs.readFileSync(0)).data[0];
  content.catalogue.push({
    type: "teacher-club-founded",
    area: "teacher-implementation",
    subject: "school",
    unique: { per: "program-year" },
    evidence: [["club-roster", "club-page"]],
    amount: { by: "units", unit: "students", tiers: [{ from: 10, amountCents: 30000 }, { from: 25, amountCents: 60000 }] },
  });
  console.log(JSON.stringify({ effectiveFrom: "$TODAY", content }, null, 2));`;
const POLICY = '/v1/policies/incentives';
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
    name: 'pool',
    as: 'finance-1',
    get: '/v1/pools/2026',
    show: [
      ...['year', 'fundedCents', 'availableCents', 'offeredCents', 'committedCents', 'payableCents', 'paidCents'],
      ...['lapsedCents', 'returnedCents', 'quarter', 'releasedAvailableCents', 'forecast'],
    ],
  },
  { name: 'draw-early', as: 'program-1', post: '/v1/rounds/2026-Q3/allocate?dryRun=true', key: key(7), json: {} },
  {
    name: 'slate',
    as: 'auditor-1',
    get: '/v1/slates?quarter=2026-Q2&limit=2',
    show: [
      ...['data.rank', 'data.scorePoints', 'data.requestedCents', 'data.baseCents', 'data.awardedCents'],
      ...['data.outcome', 'data.because', 'count', 'totals'],
    ],
  },

  // docs/how-to/add-an-outcome-type.md
  { name: 'club-unknown', ...club, key: key(11) },
  {
    name: 'club-draft-file',
    ...{ as: 'program-1', get: '/v1/policies?family=incentives&status=published&limit=1' },
    ...{ write: 'draft.json', script: ADD_OUTCOME },
  },
  {
    name: 'club-lint',
    ...{
      as: 'program-1',
      post: `${POLICY}?dryRun=true`,
      key: key(12),
      from: 'draft.json',
      sed: [': 60000$', ': 30000'],
    },
    show: ['status', 'code', 'detail', 'errors'],
  },
  { name: 'club-draft', as: 'program-1', post: POLICY, key: key(13), from: 'draft.json' },
  { name: 'club-publish', as: 'program-1', post: `${POLICY}/5/publish`, key: key(14), json: {} },
  {
    name: 'club-work',
    ...{ as: 'program-2', get: '/v1/my-work?kind=approval&sort=-waitingSince&limit=1' },
    show: ['data.act', 'data.about', 'data.waitingSince', 'data.ageDays', 'data.href', 'count'],
  },
  { name: 'club-confirm', as: 'program-2', post: `/v1/approvals/${APPROVAL}/confirm`, key: key(15), json: {} },
  {
    name: 'club-policy',
    ...{ as: 'codeva-staff-1', get: `${POLICY}/5` },
    show: ['version', 'status', 'effectiveFrom', 'publishedAt', 'publishedBy', 'hash'],
  },
  {
    name: 'club-claim',
    ...{ ...club, key: key(16) },
    show: ['id', 'status', 'outcomeType', 'requestedCents', 'reservedCents', 'policy'],
  },

  // docs/how-to/import-a-file.md
  {
    name: 'import-dry-run',
    rpn: ['import', 'signups', 'signups.csv', '--as', 'program-1', '--dry-run'],
    file: SIGNUPS,
  },
  { name: 'import-upload', as: 'program-1', post: '/v1/imports?kind=signups', key: key(21), file: SIGNUPS, show: PLAN },
  {
    name: 'import-apply',
    as: 'program-1',
    post: `/v1/imports/${IMPORT}/apply`,
    key: key(22),
    json: { planHash: PLAN_HASH },
    show: ['id', 'status', 'counts'],
  },
  { name: 'import-again', rpn: ['import', 'signups', 'signups.csv', '--as', 'program-1'], file: SIGNUPS },

  { name: 'rebuild', rpn: ['rebuild', 'cap-usage'], stopped: true },
  { name: 'log-export', rpn: ['log', 'export', '-o', './data/log.jsonl'], stopped: true },
  { name: 'log-import', rpn: ['log', 'import', './data/log.jsonl'], dataDir: './moved', stopped: true },
  { name: 'log-import-again', rpn: ['log', 'import', './data/log.jsonl'], dataDir: './moved', stopped: true },
  {
    name: 'edit',
    sql:
      `UPDATE events SET data = replace(data, '"approvedCents":500000', '"approvedCents":500001') WHERE sequence = ` +
      `(SELECT min(sequence) FROM events WHERE type = 'ClaimApproved' AND data LIKE '%"approvedCents":500000%')`,
  },
  { name: 'edit-verify', rpn: ['verify'], stopped: true },
  { name: 'edit-replay', rpn: ['replay', '--all'], stopped: true },
];
