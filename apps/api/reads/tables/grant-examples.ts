import type { AwardRow } from '#contexts/grants/views/awards';
import type { PoolDocument, PoolFigures } from '#contexts/grants/views/pools';
import type { NetworkProposalPage, ProposalRow } from '#contexts/grants/views/proposal-pages';
import type { RoundDocument } from '#contexts/grants/views/rounds';
import type { SlateDocument, SlateLineDocument } from '#contexts/grants/views/slates';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { EXAMPLE_INSTANT, EXAMPLE_PARTNER } from './examples';

/** Values of the rows about grants that the OpenAPI document shows. */
export const QUARTER = '2026-Q3';
export const PROPOSAL_ID = 'prp_b4d6f2h5j7l3n5p7r2t4v6x3za';
export const AWARD_ID = 'awd_b4d6f2h5j7l3n5p7r2t4v6x3za';
const decisionId = 'dec_b4d6f2h5j7l3n5p7r2t4v6x3za';
const [ana, pia, pat] = [
  'per_a4d6f2h5j7l3n5p7r2t4v6x3za',
  'per_c4d6f2h5j7l3n5p7r2t4v6x3za',
  'per_d4d6f2h5j7l3n5p7r2t4v6x3za',
] as const;
const policy = { version: 1, hash: '0'.repeat(64) };
const entry = { at: EXAMPLE_INSTANT, sequence: 480, role: 'program-staff', reason: null };

const FIGURES: PoolFigures = {
  ...{ offeredCents: cents(400_000), committedCents: cents(0), payableCents: cents(350_000) },
  ...{ paidCents: cents(0), returnedCents: cents(0) },
};

export const EXAMPLE_POOL: Omit<PoolDocument, 'revision'> = {
  ...{ year: 2_026, release: 'quarterly', fundedCents: cents(25_000_000), availableCents: cents(24_250_000) },
  ...{ ...FIGURES, lapsedCents: cents(0), lapsed: false, lapsesFrom: instant('2027-02-28T08:00:00.000Z') },
  quarters: [{ quarter: QUARTER, budgetCents: cents(6_250_000), ...FIGURES }],
};

export const EXAMPLE_ROUND: Omit<RoundDocument, 'revision' | 'history'> = {
  ...{ quarter: QUARTER, status: 'allocated', startsAt: instant('2026-07-01T07:00:00.000Z') },
  ...{ endsAt: instant('2026-10-01T07:00:00.000Z'), opensAt: instant('2026-07-01T07:00:00.000Z') },
  ...{ closesAt: instant('2026-09-16T07:00:00.000Z'), graceEndsAt: instant('2026-09-16T07:15:00.000Z') },
  closedAt: instant('2026-09-16T07:00:00.000Z'),
  goals: [{ id: 'rural', text: 'Reach rural districts.' }],
  capPerPartnerCents: cents(500_000),
  capReason: { usedCents: cents(4_330_000), baseCents: cents(6_250_000), fromPercent: 0 },
  ...{ releasedAvailableCents: cents(8_170_000), policy, proposals: 9, requestedCents: cents(3_050_000) },
  ...{ decidedAt: EXAMPLE_INSTANT, decisionId, givenCents: cents(1_850_000), waitlisted: 2 },
};
export const EXAMPLE_HISTORY = [{ ...entry, type: 'RoundOpened' }];

export const EXAMPLE_LINE: SlateLineDocument = {
  ...{ rank: 6, proposalId: PROPOSAL_ID, partnerId: EXAMPLE_PARTNER.id, scorePoints: 40_000 },
  ...{ requestedCents: cents(500_000), recommendedCents: cents(240_000), baseCents: cents(240_000) },
  ...{ awardedCents: cents(150_000), outcome: 'partial', because: ['REVIEW', 'MONEY'], awardId: AWARD_ID },
};

export const EXAMPLE_SLATE: Omit<SlateDocument, 'revision'> = {
  ...{ quarter: QUARTER, capPerPartnerCents: cents(500_000) },
  ...{ leftBeforeCents: cents(1_850_000), leftAfterCents: cents(0) },
  ...{ lines: [EXAMPLE_LINE], leftOut: [], inputsHash: 'a'.repeat(64), slateHash: 'b'.repeat(64) },
  ...{ decisionId, decidedAt: EXAMPLE_INSTANT, requestedBy: [pia], confirmedBy: [pat] },
  ...{ promotions: [], recomputed: [] },
};

const SUBMITTED: Omit<ProposalRow, 'status' | 'awardedCents'> = {
  ...{ id: PROPOSAL_ID, partnerId: EXAMPLE_PARTNER.id, quarter: QUARTER, useCase: 'conference' },
  ...{ requestedCents: cents(400_000), edition: 1, deferredFrom: [], policy, submittedAt: EXAMPLE_INSTANT },
  ...{
    withinGrace: false,
    submittedBy: [ana],
    authors: [ana],
    applicant: ana,
    applicantRole: 'partner-staff',
    cosignedBy: [],
  },
  ...{ statesReached: ['VA'], startsOn: plainDate('2026-10-01'), endsOn: plainDate('2026-10-03') },
  ...{ leftOut: null, refusals: 0 },
};

export const EXAMPLE_PROPOSAL_ROW: ProposalRow = { ...SUBMITTED, status: 'submitted', awardedCents: null };

export const EXAMPLE_PROPOSAL: NetworkProposalPage = {
  ...{ ...SUBMITTED, status: 'submitted', title: 'A booth at the state conference' },
  ...{ targetAudience: 'Curriculum directors of rural districts', objectives: 'Meet forty districts.' },
  ...{ goalIds: ['rural'], anticipatedOutcomes: [{ metric: 'people-reached', target: 400 }] },
  budget: [{ category: 'booth', description: 'Ten by ten feet', quantity: 1, unitCents: cents(400_000) }],
  reviewers: [
    {
      ...{ reviewerId: pia, assignedAt: EXAMPLE_INSTANT, declared: true, recused: false, recusedBecause: null },
      review: {
        ...{ alignment: 5, reach: 4, points: 460, recommendedCents: null },
        ...{ comment: 'Rural first.', at: EXAMPLE_INSTANT, valid: true },
      },
    },
  ],
  ...{ validReviews: 1, decision: null, actualOutcomes: null },
  history: [{ ...entry, type: 'GrantProposalSubmitted', role: 'partner-staff' }],
};

export const EXAMPLE_AWARD: AwardRow = {
  ...{ id: AWARD_ID, status: 'accepted', proposalId: PROPOSAL_ID, partnerId: EXAMPLE_PARTNER.id, quarter: QUARTER },
  ...{ programYear: 2_026, payment: 'advance', requestedCents: cents(400_000), offeredCents: cents(400_000) },
  ...{ acceptedCents: cents(350_000), netCents: cents(350_000), spentCents: null, owedBackCents: cents(0) },
  ...{ repaidCents: cents(0), lapsesAt: instant('2026-10-21T07:00:00.000Z') },
  ...{ reportDueAt: instant('2026-12-03T08:00:00.000Z'), because: [], offeredAt: EXAMPLE_INSTANT },
  ...{ offerDecisionId: decisionId, decisionId },
};
