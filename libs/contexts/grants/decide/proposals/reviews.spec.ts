import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import { cents } from '#kernel/money/cents';
import { one } from '../../../../../test/support/a-proposal';
import { specification } from '../../../../../test/support/given-when-then';
import {
  assign,
  background,
  declare,
  fund,
  LATER,
  NOW,
  onProposal,
  open,
  partner,
  pat,
  pia,
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
import { affiliated } from '../../../../../test/support/network';

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
