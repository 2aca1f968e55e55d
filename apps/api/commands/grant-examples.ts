const ID = 'b4d6f2h5j7l3n5p7r2t4v6x3za';
const PARTNER_ID = 'ptr_h2k4m6p3r5t7v2x4z6b3d5f7ha';
const POLICY = { version: 1, hash: 'f'.repeat(64) };

/** A draft of the grant rules, as it is told. */
export const grantsDraftExample = {
  ...{ id: `pol_${ID}`, family: 'grants', version: 2, status: 'draft', effectiveFrom: '2027-01-01' },
  ...{ hash: 'e'.repeat(64), replaces: POLICY },
  changes: [{ at: 'acceptanceDays', before: 30, after: 21 }],
};

/** A year's money as the OpenAPI document shows it. */
export const poolExample = (lapsed = false): object => ({
  ...{ year: 2026, release: 'quarterly', fundedCents: 25_000_000 },
  ...{ availableCents: lapsed ? 0 : 25_000_000, offeredCents: 0, awardedCents: 0 },
  ...{ lapsedCents: lapsed ? 25_000_000 : 0, returnedCents: 0, lapsed },
});

export const roundExample = (status: 'open' | 'closed' | 'allocated'): object => ({
  ...{ quarter: '2026-Q3', status, startsAt: '2026-07-01T07:00:00.000Z', endsAt: '2026-10-01T07:00:00.000Z' },
  ...{ opensAt: '2026-07-01T07:00:00.000Z', closesAt: '2026-09-16T07:00:00.000Z' },
  ...{ graceEndsAt: '2026-09-16T07:15:00.000Z', closedAt: status === 'open' ? null : '2026-09-16T07:00:00.000Z' },
  goals: [{ id: 'rural', text: 'Reach rural districts.' }],
  capPerPartnerCents: 500_000,
  capReason: { usedCents: 4_330_000, baseCents: 6_250_000, fromPercent: 0 },
  releasedAvailableCents: 8_170_000,
  policy: POLICY,
});

const LINE = {
  ...{ rank: 1, proposalId: `prp_${ID}`, partnerId: PARTNER_ID, scorePoints: 48_000 },
  ...{ requestedCents: 500_000, recommendedCents: 400_000, baseCents: 400_000, awardedCents: 400_000 },
  ...{ outcome: 'partial', because: ['REVIEW'], awardId: `awd_${ID}` },
};

export const slateExample = {
  ...{ quarter: '2026-Q3', capPerPartnerCents: 500_000, leftBeforeCents: 1_850_000, leftAfterCents: 1_450_000 },
  ...{ lines: [LINE], leftOut: [], inputsHash: 'a'.repeat(64), slateHash: 'b'.repeat(64) },
};

export const promotionExample = {
  ...{ quarter: '2026-Q3', decisionId: `dec_${ID}`, lines: [{ ...LINE, rank: 7 }] },
  ...{ leftBeforeCents: 400_000, leftAfterCents: 0 },
};

export const allocationAskedExample = {
  ...{ id: `apr_${ID}`, status: 'pending', requestedBy: [`per_${ID}`] },
  command: { name: 'AllocateRound', payload: { quarter: '2026-Q3', slateHash: 'b'.repeat(64) } },
};

export const proposalExample = (status: 'submitted' | 'withdrawn'): object => ({
  ...{ id: `prp_${ID}`, status, partnerId: PARTNER_ID, quarter: '2026-Q3', requestedCents: 400_000 },
  ...{ edition: 1, deferredFrom: [], policy: POLICY },
});

/** A proposal that a round whose goal is `rural` takes, as it can be pasted. */
export const proposalBody = {
  ...{ useCase: 'conference', title: 'A booth at the state conference' },
  targetAudience: 'Curriculum directors of rural districts',
  objectives: 'Meet forty districts and book ten visits.',
  goalIds: ['rural'],
  anticipatedOutcomes: [{ metric: 'people-reached', target: 400 }],
  statesReached: ['VA'],
  ...{ startsOn: '2026-10-01', endsOn: '2026-10-03' },
  budget: [{ category: 'booth', description: 'Ten by ten feet', quantity: 1, unitCents: 400_000 }],
};

const REVIEWER = `per_${ID}`;
export const assignmentExample = { id: `prp_${ID}`, assigned: [REVIEWER], recused: [] };
export const declarationExample = {
  ...{ id: `prp_${ID}`, reviewerId: REVIEWER, conflict: false, invalidated: false },
};
export const reviewExample = {
  ...{ id: `prp_${ID}`, reviewerId: REVIEWER, alignment: 5, reach: 4, points: 460, recommendedCents: null },
};

/** An award of an offer of $4,000, of which $3,500 were accepted. */
export function awardExample(
  status: 'accepted' | 'declined' | 'lapsed' | 'reported' | 'report-accepted' | 'closed' | 'reversed',
): object {
  const taken = status !== 'declined' && status !== 'lapsed';
  const reported = taken && status !== 'accepted' && status !== 'reversed';
  return {
    ...{ id: `awd_${ID}`, proposalId: `prp_${ID}`, partnerId: PARTNER_ID, quarter: '2026-Q3', programYear: 2026 },
    ...{ status, payment: 'advance', offeredCents: 400_000 },
    ...{ acceptedCents: taken ? 350_000 : 0, netCents: taken ? 350_000 : 0 },
    ...{ spentCents: reported ? 350_000 : null, owedBackCents: status === 'reversed' ? 350_000 : 0, repaidCents: 0 },
    ...{ lapsesAt: '2026-10-21T07:00:00.000Z', reportDueAt: taken ? '2026-12-03T08:00:00.000Z' : null },
  };
}
