import { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import { ProposalRefused } from '#contexts/grants/events/proposal-refused';
import { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { specification } from '../../../../../test/support/given-when-then';
import { affiliated } from '../../../../../test/support/network';
import type { Example } from '../../../../../test/support/grants';
import {
  assign,
  background,
  champion,
  content,
  declare,
  facilitator,
  fund,
  grants,
  grantsUnder,
  LATER,
  leaving,
  NOW,
  onProposal,
  open,
  partner,
  pat,
  pia,
  pinOf,
  proposalId,
  Q3,
  ren,
  review,
  rita,
  rob,
  staff,
  submit,
  Year,
} from '../../../../../test/support/grants';

const opened = () => grants.given().when(fund()).thenAccepted().when(open()).thenAccepted();
const CLOSE = '2026-09-16T07:00:00.000Z';
const standing = (more: Partial<ProposalStanding> = {}): ProposalStanding => ({
  ...{ proposalId: proposalId('x'), status: 'submitted', partnerId: partner('a'), quarter: Q3 },
  ...{ requestedCents: cents(400_000), edition: 1, deferredFrom: [], policy: pinOf() },
  ...more,
});
const one = (key = 'x', more = {}) =>
  opened()
    .when(submit('a', key, 400_000, more))
    .thenAccepted();
const championed = () => one('x', { by: champion('a'), role: 'champion' });

describe('SubmitGrantProposal', () => {
  it('keeps all that was written, and who', () => {
    opened()
      .when(submit('a', 'x', 400_000, { by: pia, onBehalfOf: staff('a') }))
      .then(
        GrantProposalSubmitted({
          proposal: standing(),
          content: content() as never,
          submittedBy: [pia, staff('a')],
          ...{ applicant: staff('a'), applicantRole: 'partner-staff', withinGrace: false },
        }),
      )
      .when(submit('b', 'y', 400_000, { by: facilitator('b') }))
      .thenAccepted({ proposal: { status: 'submitted' }, applicantRole: 'facilitator' })
      .when(submit('b', 'z', 400_000, { by: champion('b') }))
      .thenAccepted({ proposal: { status: 'awaiting-cosignature' }, applicantRole: 'champion' });
  });

  it('is for the partner’s own people, into a round that was opened', () => {
    specification([grantsLedger], 'grants-1', NOW).given().when(submit('a', 'x')).thenNotNow('POLICY_MISSING');
    opened()
      .when(submit('a', 'x', 1, { by: staff('b'), quarter: '2026-Q4' }))
      .thenNotNow('NOT_FOUND');
    opened()
      .when(submit('a', 'x', 1, { quarter: '2026-Q4' }))
      .thenNotNow('ROUND_UNKNOWN');
  });

  /** Each row breaks its own rule and all of those below it. */
  const everything = {
    goalIds: ['rural', 'moon'],
    budget: [{ category: 'alcohol', description: 'Wine', quantity: 1, unitCents: 0 }],
    anticipatedOutcomes: [1, 2].map((target) => ({ metric: 'people-reached', target })),
    ...{ startsOn: '2026-09-15', endsOn: '2026-09-14' },
  };
  const fixed = (fields: object) => ({ ...everything, ...fields });
  const zero = [{ category: 'travel', description: 'Bus', quantity: 1, unitCents: 0 }];
  const travel = [{ category: 'travel', description: 'Bus', quantity: 2, unitCents: 5_000 }];
  it.each<[string, Example, object]>([
    ['ROUND_NOT_OPEN', { ...everything, at: '2026-07-01T06:59:59.999Z' }, {}],
    ['ROUND_CLOSED', { ...everything, at: CLOSE }, { figures: { quarter: Q3, closedAt: CLOSE, receivedAt: CLOSE } }],
    ['GOAL_UNKNOWN', everything, { figures: { goalId: 'moon' } }],
    [
      'CATEGORY_INELIGIBLE',
      fixed({ goalIds: ['rural'] }),
      {
        detail: 'Budget line 1: alcohol is not eligible. Grants never pay for it.',
        figures: { line: 0, category: 'alcohol' },
      },
    ],
    ['BUDGET_OUT_OF_BOUNDS', fixed({ goalIds: ['rural'], budget: zero }), { figures: { requestedCents: '0' } }],
    ['OUTCOME_REPEATED', fixed({ goalIds: ['rural'], budget: travel }), { figures: { metric: 'people-reached' } }],
    ['DATES_REVERSED', fixed({ goalIds: ['rural'], budget: travel, anticipatedOutcomes: [] }), {}],
    [
      'STARTS_TOO_EARLY',
      fixed({ goalIds: ['rural'], budget: travel, anticipatedOutcomes: [], endsOn: '2026-09-15' }),
      { figures: { startsOn: '2026-09-15', closesOn: '2026-09-16' }, wouldPass: { startsOn: '2026-09-16' } },
    ],
  ])('says no in this order: %s', (because, fields, data) => {
    opened()
      .when(submit('a', 'x', 1, fields))
      .thenRefusedBecause(because, data);
  });

  it('records a refusal whole', () => {
    opened()
      .when(submit('a', 'x', 1, { startsOn: '2026-09-15', endsOn: '2026-09-15' }))
      .thenRefused(
        ProposalRefused({
          because: 'STARTS_TOO_EARLY',
          detail: 'The activity may not start before the round closes, on 2026-09-16; it starts on 2026-09-15.',
          figures: { startsOn: '2026-09-15', closesOn: '2026-09-16' },
          wouldPass: { startsOn: '2026-09-16' },
          ...{ partnerId: partner('a'), quarter: Q3, title: content().title, submittedBy: [staff('a')] },
        }),
      );
  });

  it('counts a budget of any size exactly', () => {
    const budget = [
      { category: 'travel', description: 'Ship', quantity: 1_000_000, unitCents: Number.MAX_SAFE_INTEGER },
    ];
    opened()
      .when(submit('a', 'x', 1, { budget }))
      .thenRefusedBecause('BUDGET_OUT_OF_BOUNDS', { figures: { requestedCents: '9007199254740991000000' } });
    const lines = [3, 7].map((quantity) => ({ category: 'travel', description: 'Bus', quantity, unitCents: 1_111 }));
    opened()
      .when(submit('a', 'x', 1, { budget: lines }))
      .thenAccepted({ proposal: { requestedCents: 11_110 } });
  });

  it.each([
    ['PARTNER_PAUSED', PartnerPaused({ partnerId: partner('a') } as never)],
    ['PARTNER_EXITED', leaving('a', CLOSE)],
  ])('is not for a partner that is paused or gone: %s', (because, event) => {
    const scenario = opened();
    scenario.world.record(`partner-${partner('a')}`, [event]);
    scenario.when(submit('a', 'x', 1, { at: CLOSE })).thenRefusedBecause(because);
  });

  it('is for a partner that is still here, though it has said that it leaves', () => {
    const scenario = opened();
    scenario.world.record(`partner-${partner('a')}`, [leaving('a', CLOSE)]);
    scenario.when(submit('a', 'x')).thenAccepted();
  });

  it('takes as many as one decision takes', () => {
    grantsUnder({ ...defaultGrantsPolicy, maxProposals: 1 })
      .given()
      .when(fund())
      .thenAccepted()
      .when(open())
      .thenAccepted()
      .when(submit('a', 'x'))
      .thenAccepted()
      .when(submit('b', 'y', 1, everything))
      .thenRefusedBecause('ROUND_FULL');
  });
});

describe('CosignProposal', () => {
  const cosign = (by = staff('a'), at = NOW) => onProposal('CosignProposal', 'x', { by, at });
  it('makes a champion’s proposal count', () => {
    championed()
      .when(cosign())
      .then(ProposalCosigned({ proposal: standing(), cosignedBy: [staff('a')] }));
  });

  it('says no in this order: absent or not staff, needs none, late, own words', () => {
    for (const by of [champion('a'), facilitator('a'), staff('b'), pia])
      championed().when(cosign(by)).thenNotNow('NOT_FOUND');
    one()
      .when(cosign(staff('a', 2), CLOSE))
      .thenNotNow('NOT_OPEN');
    championed()
      .when(cosign(staff('a'), CLOSE))
      .thenRefusedBecause('ROUND_CLOSED');
    one('x', { by: staff('a'), onBehalfOf: champion('a') })
      .when(cosign())
      .thenRefusedBecause('SOD');
  });
});

describe('ReviseProposal', () => {
  const revise = (by = staff('a'), more = {}) =>
    onProposal('ReviseProposal', 'x', { ...content(300_000), by, ...more });
  it('voids a co-signature', () => {
    championed()
      .when(onProposal('CosignProposal', 'x', { by: staff('a') }))
      .thenAccepted()
      .when(revise(staff('a', 2)))
      .then(
        ProposalRevised({
          proposal: standing({ status: 'awaiting-cosignature', requestedCents: cents(300_000), edition: 2 }),
          content: content(300_000) as never,
          ...{ revisedBy: [staff('a', 2)], voidedCosignature: [staff('a')], voidedReviews: [], withinGrace: false },
        }),
      )
      .when(onProposal('CosignProposal', 'x', { by: staff('a', 2) }))
      .thenRefusedBecause('SOD')
      .when(onProposal('CosignProposal', 'x', { by: staff('a') }))
      .thenAccepted();
  });

  it('says no in this order: stranger, withdrawn, late, what is written', () => {
    one()
      .when(revise(staff('b')))
      .thenNotNow('NOT_FOUND');
    one()
      .when(onProposal('WithdrawProposal', 'x', { by: staff('a') }))
      .thenAccepted()
      .when(revise(staff('a'), { at: CLOSE }))
      .thenNotNow('NOT_OPEN');
    one()
      .when(revise(staff('a'), { at: CLOSE, goalIds: ['moon'] }))
      .thenRefusedBecause('ROUND_CLOSED');
    one()
      .when(revise(staff('a'), { goalIds: ['moon'] }))
      .thenRefusedBecause('GOAL_UNKNOWN');
  });
});

describe('WithdrawProposal', () => {
  const withdraw = (by = staff('a'), at = NOW) => onProposal('WithdrawProposal', 'x', { by, at });
  it('is for the partner’s people, up to the close', () => {
    one()
      .when(withdraw())
      .then(ProposalWithdrawn({ proposal: standing({ status: 'withdrawn' }), withdrawnBy: [staff('a')] }));
  });

  it('says no in this order: absent or another’s, withdrawn, late', () => {
    one()
      .when(withdraw(staff('b')))
      .thenNotNow('NOT_FOUND');
    one()
      .when(withdraw())
      .thenAccepted()
      .when(withdraw(staff('a'), CLOSE))
      .thenNotNow('NOT_OPEN');
    one()
      .when(withdraw(staff('a'), CLOSE))
      .thenRefusedBecause('ROUND_CLOSED');
  });
});

describe('AssignReviewers', () => {
  it('recuses at once whom a fact rules out', () => {
    const events = background().map((past) =>
      'stream' in past && past.stream === `partner-${partner('a')}`
        ? { ...past, events: [...past.events, affiliated(partner('a'), rob, 'facilitator')] }
        : past,
    );
    specification([grantsLedger], 'grants-1', NOW, events)
      .given()
      .when(fund())
      .thenAccepted()
      .when(open())
      .thenAccepted()
      .when(submit('a', 'x', 1, { by: ren, onBehalfOf: staff('a') }))
      .thenAccepted()
      .when(assign('x', rita, rob, ren, rita))
      .then(
        ReviewersAssigned({
          ...{ proposalId: proposalId('x'), partnerId: partner('a'), quarter: Q3, assignedBy: [pia], assigned: [rita] },
          recused: [
            { reviewerId: rob, fact: 'SAME_PARTNER' },
            { reviewerId: ren, fact: 'OWN_PROPOSAL' },
          ],
        }),
      )
      .when(declare('x', rob))
      .thenNotNow('RECUSED')
      .when(review('x', rob, [5, 5]))
      .thenNotNow('RECUSED');
  });

  it('says no in this order: absent, decided or withdrawn, not a reviewer, all assigned', () => {
    one().when(assign('y', rita)).thenNotNow('NOT_FOUND');
    one()
      .when(onProposal('WithdrawProposal', 'x', { by: staff('a') }))
      .thenAccepted()
      .when(assign('x', pat))
      .thenNotNow('NOT_OPEN');
    one()
      .when(assign('x', rita, pat))
      .thenNotNow('NOT_A_REVIEWER', { figures: { person: pat } });
    one().when(assign('x', rita)).thenAccepted().when(assign('x', rita)).thenNotNow('NOTHING_CHANGED');
  });
});

describe('DeclareConflict and ReviewProposal', () => {
  const assigned = () =>
    one()
      .when(assign('x', rita, rob))
      .thenAccepted();
  const about = { proposalId: proposalId('x'), partnerId: partner('a'), quarter: Q3 };

  it('a declaration comes before the score, and the score after the close', () => {
    assigned()
      .when(review('x', rita, [5, 4], { at: NOW }))
      .thenNotNow('NOT_DECLARED')
      .when(declare('x', rita))
      .then(ConflictDeclared({ ...about, reviewerId: rita, conflict: false, invalidated: false }))
      .when(declare('x', rita))
      .thenNotNow('NOTHING_CHANGED')
      .when(review('x', rita, [5, 4], { at: NOW }))
      .thenNotNow('ROUND_OPEN')
      .when(review('x', rita, [5, 4], { recommendedCents: 250_000 }))
      .then(
        ProposalReviewed({
          ...{ ...about, reviewerId: rita, reviewedBy: [rita], comment: 'As the rubric says.' },
          review: { alignment: 5, reach: 4, points: 460, recommendedCents: cents(250_000) },
        }),
      );
  });

  it('says no in this order: absent or not assigned, wrong state, recused, duties, amounts', () => {
    assigned()
      .when(review('x', ren, [5, 5]))
      .thenNotNow('NOT_FOUND');
    assigned().when(declare('x', ren)).thenNotNow('NOT_FOUND');
    assigned()
      .when(declare('x', rita, true, { reason: 'My cousin.' }))
      .thenAccepted({ reason: 'My cousin.' })
      .when(review('x', rita, [5, 5]))
      .thenNotNow('RECUSED');
    const joined = assigned().when(declare('x', rita)).thenAccepted();
    joined.world.record(`partner-${partner('a')}`, [affiliated(partner('a'), rita, 'champion')]);
    joined
      .when(review('x', rita, [5, 5], { recommendedCents: 0 }))
      .thenRefusedBecause('SOD', { partnerId: partner('a') });
    for (const recommendedCents of [0, 400_001]) {
      assigned()
        .when(declare('x', rita))
        .thenAccepted()
        .when(review('x', rita, [5, 5], { recommendedCents }))
        .thenRefusedBecause('RECOMMENDATION_OUT_OF_BOUNDS');
    }
  });

  it('a late conflict voids the review and shows the slate without it, beside the decision', () => {
    const year = new Year();
    year.do(fund({ fundedCents: 500_000, release: 'annual' }));
    year.do(open());
    year.do(submit('a', 'x', 400_000));
    year.do(submit('b', 'y', 400_000));
    year
      .reviewed('x', [
        [5, 5],
        [3, 4],
        [3, 5],
      ])
      .reviewed('y', [
        [4, 4],
        [4, 4],
      ]);
    const decision = year.decide();
    expect(decision.lines.map(({ outcome }) => outcome)).toEqual(['awarded', 'waitlisted']);
    const conflict = year.do(declare('x', rita, true, { at: LATER }));
    expect(conflict.events[0]!.data).toMatchObject({
      invalidated: true,
      recomputed: {
        leftBeforeCents: 500_000,
        lines: [
          { proposalId: proposalId('y'), outcome: 'awarded', awardedCents: 400_000 },
          { proposalId: proposalId('x'), outcome: 'waitlisted', scorePoints: 36_000 },
        ],
      },
    });
    expect(year.state.proposals.get(proposalId('x'))!.standing.status).toBe('awarded');
    const again = year.do(declare('x', rob, true, { at: LATER }));
    expect(again.events[0]!.data).toMatchObject({
      recomputed: { leftOut: [{ proposalId: proposalId('x'), reason: 'REVIEWS_MISSING' }] },
    });
  });
});

describe('DeferProposal', () => {
  const defer = (by = pia) => onProposal('DeferProposal', 'x', { by, reason: 'One reviewer fell ill.', at: LATER });
  it('leaves it to the next round, with its reviews', () => {
    one()
      .when(defer())
      .then(
        ProposalDeferred({
          proposal: standing({ quarter: '2026-Q4', deferredFrom: [Q3] }),
          ...{ fromQuarter: Q3, reason: 'One reviewer fell ill.', deferredBy: [pia] },
        }),
      );
  });

  it('says no in this order: absent, not countable, own partner or proposal', () => {
    opened().when(defer()).thenNotNow('NOT_FOUND');
    championed().when(defer()).thenNotNow('NOT_OPEN');
    one()
      .when(defer(staff('a', 2)))
      .thenRefusedBecause('SOD');
    one('x', { by: pat, onBehalfOf: staff('a') })
      .when(defer(pat))
      .thenRefusedBecause('SOD');
  });

  it('a deferred proposal is decided by the next round', () => {
    const year = new Year();
    year.do(fund());
    year.do(open());
    year.do(submit('a', 'x'));
    year.do(defer());
    expect(year.decide().lines).toEqual([]);
    year.do(open({ quarter: '2026-Q4', opensAt: '2026-10-01T07:00:00Z', closesAt: '2026-10-10T07:00:00Z' }));
    const at = '2026-10-11T00:00:00.000Z';
    year.reviewed(
      'x',
      [
        [5, 5],
        [5, 5],
      ],
      at,
    );
    expect(year.decide('2026-Q4', at).lines).toMatchObject([{ proposalId: proposalId('x'), outcome: 'awarded' }]);
  });
});
