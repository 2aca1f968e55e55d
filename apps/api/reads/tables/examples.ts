import { plainDate } from '#kernel/time/plain-date';
import { instant } from '#kernel/time/instant';
import { cents } from '#kernel/money/cents';
import type { ClaimRow } from '#contexts/incentives/views/claims';
import type { PayableDocument } from '#contexts/payouts/views/payables';

/** Values of the rows that the OpenAPI document shows. */
export const EXAMPLE_PARTNER = { id: 'ptr_b4d6f2h5j7l3n5p7r2t4v6x3za', slug: 'codeva', name: 'CodeVA' } as const;
export const EXAMPLE_INSTANT = instant('2026-08-04T12:00:00.000Z');
export const EXAMPLE_DAY = plainDate('2026-08-01');

const [ana, pia, pat] = [
  'per_a4d6f2h5j7l3n5p7r2t4v6x3za',
  'per_c4d6f2h5j7l3n5p7r2t4v6x3za',
  'per_d4d6f2h5j7l3n5p7r2t4v6x3za',
] as const;
const claimId = 'clm_b4d6f2h5j7l3n5p7r2t4v6x3za';
const decisionId = 'dec_b4d6f2h5j7l3n5p7r2t4v6x3za';

export const EXAMPLE_CLAIM: ClaimRow = {
  ...{ id: claimId, status: 'approved', partnerId: EXAMPLE_PARTNER.id, programYear: 2_026 },
  ...{ outcomeType: 'district-onboarded', subjectId: 'lea:0100390', outcomeDate: EXAMPLE_DAY },
  ...{ requestedCents: cents(500_000), reservedCents: cents(0), approvedCents: cents(500_000), truncated: false },
  reversedCents: cents(0),
  flags: [],
  policy: { version: 1, hash: '0'.repeat(64) },
  ...{ units: null, courseCode: null, policyCode: null },
  ...{
    submittedAt: EXAMPLE_INSTANT,
    submittedBy: [ana],
    verifiedBy: [pia],
    decidedAt: EXAMPLE_INSTANT,
    decidedBy: [pat],
  },
  ...{ decisionId, appealableUntil: null, question: null, answerBy: null, contested: false, refusals: 0 },
  waitsOn: null,
};

export const EXAMPLE_PAYABLE: Omit<PayableDocument, 'revision'> = {
  ...{
    id: 'pay_b4d6f2h5j7l3n5p7r2t4v6x3za',
    status: 'payable',
    fund: 'incentives',
    source: { kind: 'claim', claimId },
  },
  ...{ claimId, decisionId, partnerId: EXAMPLE_PARTNER.id, programYear: 2_026, outcomeType: 'district-onboarded' },
  ...{ outcomeDate: EXAMPLE_DAY, decidedAt: EXAMPLE_INSTANT, recordedAt: EXAMPLE_INSTANT, amountCents: cents(500_000) },
  ...{ holds: [], batchId: null, attempts: 0, returnCode: null, paidOn: null },
  duties: { submitted: [ana], verified: [pia], approved: [pat] },
};
