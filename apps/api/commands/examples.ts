const CLAIM_ID = 'clm_3k5zq7vbd2xw4yhn6ctmrfaeju';
export const EXAMPLE_PERSON = 'per_b4d6f2h5j7l3n5p7r2t4v6x3za';
const PARTNER_ID = 'ptr_h2k4m6p3r5t7v2x4z6b3d5f7ha';

/** A claim as the OpenAPI document shows it, in one of its states. */
export function claimExample(
  status:
    'claimed' | 'information-requested' | 'verified' | 'approved' | 'denied' | 'appealed' | 'withdrawn' | 'reversed',
): object {
  const open = ['claimed', 'information-requested', 'verified', 'appealed'].includes(status);
  return {
    id: CLAIM_ID,
    status,
    partnerId: PARTNER_ID,
    programYear: 2026,
    outcomeType: 'course-launched',
    subjectId: 'school:010039000001',
    outcomeDate: '2026-03-02',
    requestedCents: 100_000,
    reservedCents: open ? 100_000 : 0,
    approvedCents: status === 'approved' || status === 'reversed' ? 100_000 : 0,
    ...(status === 'reversed' ? { reversedCents: 100_000 } : {}),
    truncated: false,
    flags: [],
    policy: { version: 1, hash: 'f'.repeat(64) },
  };
}

export const partnerExample = (status: 'active' | 'paused' | 'exited'): object => ({
  id: PARTNER_ID,
  slug: 'codeva',
  name: 'CodeVA',
  states: ['VA'],
  timeZone: 'America/New_York',
  status,
  since: '2017-08-01',
});

export const affiliationExample = {
  partnerId: PARTNER_ID,
  personId: EXAMPLE_PERSON,
  role: 'partner-staff',
  from: '2026-01-01',
  until: null,
};

export const territoryExample = {
  partnerId: PARTNER_ID,
  effectiveFrom: '2026-07-01',
  areas: [
    { state: 'MD', zips: [] },
    { state: 'VA', zips: ['220', '221'] },
  ],
  territory: 'Northern Virginia and Maryland',
};

export const w9Example = { partnerId: PARTNER_ID, taxClass: 'exempt', signedOn: '2026-01-15' };

export const payeeApprovalExample = {
  id: 'apr_b4d6f2h5j7l3n5p7r2t4v6x3za',
  command: { name: 'ChangePayee', payload: { partnerId: PARTNER_ID, bank: { sha256: 'c'.repeat(64), bytes: 250 } } },
  requestedBy: ['per_b4d6f2h5j7l3n5p7r2t4v6x3za'],
  status: 'pending',
};

const registeredBy = ['per_b4d6f2h5j7l3n5p7r2t4v6x3za'];

export const cohortExample = {
  id: 'cohort:codeva-fall-2026',
  partnerId: PARTNER_ID,
  title: 'Coaches of fall 2026',
  registeredBy,
};

export const subjectExample = {
  id: 'local:navajo-prep',
  kind: 'school',
  state: 'NM',
  title: 'Navajo Preparatory School',
  because: 'tribal',
  registeredBy,
};

export const fileExample = { sha256: 'c'.repeat(64), bytes: 48_213, mediaType: 'application/pdf' };

export const approvalExample = (status: 'pending' | 'confirmed' | 'rejected'): object => ({
  id: 'apr_b4d6f2h5j7l3n5p7r2t4v6x3za',
  command: {
    name: 'OverrideCap',
    payload: { partnerId: PARTNER_ID, year: 2026, cents: 500_000, reason: 'Two states.', expiresOn: '2026-12-31' },
  },
  requestedBy: [EXAMPLE_PERSON],
  status,
  ...(status === 'pending' ? { expiresAt: '2026-09-03T12:00:00.000Z' } : {}),
});

export const draftExample = {
  ...{ id: 'pol_b4d6f2h5j7l3n5p7r2t4v6x3za', family: 'incentives', version: 2, status: 'draft' },
  ...{ effectiveFrom: '2027-01-01', hash: 'e'.repeat(64), replaces: { version: 1, hash: 'f'.repeat(64) } },
  changes: [{ at: 'annualCapCents', before: 2_500_000, after: 2_400_000 }],
};
