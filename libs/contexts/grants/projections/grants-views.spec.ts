import { grantsContext } from '#contexts/grants/grants.context';
import { awardsProjection } from '#contexts/grants/projections/awards';
import { grantCapUsageProjection } from '#contexts/grants/projections/grant-cap-usage';
import { grantsPoliciesProjection } from '#contexts/grants/projections/policies';
import { poolsProjection } from '#contexts/grants/projections/pools';
import { proposalsProjection } from '#contexts/grants/projections/proposals';
import { roundsProjection } from '#contexts/grants/projections/rounds';
import { slatesProjection } from '#contexts/grants/projections/slates';
import { capStepAt } from '#contexts/grants/policy/cap-schedule';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { awardRow } from '#contexts/grants/views/awards';
import { grantCapRows } from '#contexts/grants/views/grant-cap-usage';
import { poolPage } from '#contexts/grants/views/pool-page';
import type { PoolMoment } from '#contexts/grants/views/pool-page';
import {
  networkProposalPage,
  partnerProposalPage,
  proposalRow,
  reviewerProposalPage,
} from '#contexts/grants/views/proposal-pages';
import { reachRows } from '#contexts/grants/views/reach';
import { owedBy, reviewQueue } from '#contexts/grants/views/review-queue';
import { plainDate } from '#kernel/time/plain-date';
import {
  asked,
  assign,
  awardId,
  content,
  declare,
  fund,
  LATER,
  onAward,
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
} from '../../../../test/support/grants';

function opened(): Year {
  const year = new Year();
  year.do(fund());
  year.do(open());
  year.do(submit('a', 'x'));
  return year;
}
const proposalOf = (year: Year, key = 'x') => year.world.documents(proposalsProjection).get(proposalId(key))!;

describe('the proposals view', () => {
  it('shows a reviewer no text before the declaration, none when recused, and never another’s score', () => {
    const year = opened();
    year.do(assign('x', rita, rob));
    const text = (person: typeof rita) => reviewerProposalPage(proposalOf(year), person)?.text;
    expect(text(rita)).toBeNull();
    expect(reviewerProposalPage(proposalOf(year), ren)).toBeUndefined();
    year.do(declare('x', rita));
    expect(text(rita)).toMatchObject({ title: content().title, objectives: content().objectives });
    year.do(review('x', rita, [5, 4]));
    const robs = JSON.stringify(reviewerProposalPage(proposalOf(year), rob));
    for (const secret of ['alignment', content().title, content().objectives, rita]) expect(robs).not.toContain(secret);
    year.do(declare('x', rita, true, { at: LATER }));
    expect(text(rita)).toBeNull();
    expect(proposalOf(year)).toMatchObject({
      validReviews: 0,
      reviewers: [{ recused: true, review: { valid: false } }, {}],
    });
  });

  it('shows a partner all that it wrote and no score', () => {
    const year = opened();
    year
      .reviewed('x', [
        [5, 4, 300_000],
        [5, 4, 300_000],
      ])
      .decide();
    const page = partnerProposalPage(proposalOf(year));
    expect(page).toMatchObject({
      objectives: content().objectives,
      decision: { awardedCents: 300_000, because: ['REVIEW'] },
    });
    const shown = JSON.stringify(page);
    for (const secret of ['scorePoints', 'alignment', 'rank', rita, 'rubric says']) expect(shown).not.toContain(secret);
    const row = JSON.stringify(proposalRow(proposalOf(year)));
    for (const secret of ['scorePoints', 'alignment', content().title]) expect(row).not.toContain(secret);
    expect(networkProposalPage(proposalOf(year))).toMatchObject({ decision: { scorePoints: 46_000, rank: 1 } });
  });

  it('follows revisions, deferrals, refusals and the report', () => {
    const year = opened();
    year.try(onProposal('WithdrawProposal', 'x', { by: staff('a'), at: LATER }));
    expect(proposalOf(year)).toMatchObject({ refusals: 1, revision: 2 });
    year.do(onProposal('ReviseProposal', 'x', { ...content(300_000), by: staff('a') }));
    expect(proposalOf(year)).toMatchObject({ edition: 2, requestedCents: 300_000, revision: 4 });
    year.do(onProposal('DeferProposal', 'x', { reason: 'Ill.', at: LATER }));
    expect(proposalOf(year)).toMatchObject({ quarter: '2026-Q4', deferredFrom: [Q3] });
  });
});

describe('the review queue', () => {
  it('says what each reviewer owes, and where more must be assigned', () => {
    const year = opened();
    const queue = () => reviewQueue([...year.world.documents(proposalsProjection).values()], Q3, 2);
    expect(queue()).toMatchObject([{ proposalId: proposalId('x'), assignMore: 2, owed: [], neededReviews: 2 }]);
    year.do(assign('x', rita, rob));
    year.do(declare('x', rita));
    expect(queue()[0]).toMatchObject({
      assignMore: 0,
      owed: [
        { reviewerId: rita, owes: 'review' },
        { reviewerId: rob, owes: 'declaration' },
      ],
    });
    expect(owedBy(queue(), rob)).toHaveLength(1);
    year.do(review('x', rita, [5, 4]));
    year.do(declare('x', rob, true));
    expect(queue()).toMatchObject([{ assignMore: 1, owed: [], validReviews: 1 }]);
    expect(owedBy(queue(), rob)).toEqual([]);
    year.do(assign('x', ren));
    year.do(declare('x', ren));
    year.do(review('x', ren, [5, 4]));
    expect(queue()).toEqual([]);
  });
});

describe('rounds, slates, awards and usage', () => {
  const decided = () => {
    const year = new Year();
    year.do(fund({ fundedCents: 600_000, release: 'annual' }));
    year.do(open());
    for (const [key, slug, money] of [
      ['x', 'a', 500_000],
      ['y', 'b', 300_000],
    ] as const) {
      year.do(submit(slug, key, money));
    }
    year
      .reviewed('x', [
        [5, 5],
        [5, 5],
      ])
      .reviewed('y', [
        [4, 4],
        [4, 4],
      ])
      .decide();
    return year;
  };

  it('follow a decision, a late conflict and a promotion', () => {
    const year = decided();
    year.do(declare('x', rita, true, { at: LATER }));
    year.do(onAward('DeclineAward', 'x', { by: staff('a') }));
    year.do(asked('PromoteWaitlist', { quarter: Q3, by: pat, at: LATER }));
    const round = year.world.documents(roundsProjection).get(Q3)!;
    expect(round).toMatchObject({ status: 'allocated', proposals: 2, waitlisted: 0, givenCents: 800_000 });
    expect(round.history.map(({ type }) => type)).toEqual(['RoundOpened', 'RoundAllocated', 'WaitlistPromoted']);
    const slate = year.world.documents(slatesProjection).get(Q3)!;
    expect(slate.lines.map(({ outcome }) => outcome)).toEqual(['awarded', 'awarded']);
    expect(slate).toMatchObject({
      requestedBy: [pia],
      confirmedBy: [pat],
      promotions: [{ proposalIds: [proposalId('y')], leftAfterCents: 300_000 }],
      recomputed: [{ reviewerId: rita, slate: { leftOut: [{ reason: 'REVIEWS_MISSING' }] } }],
    });
    const awards = year.world.documents(awardsProjection);
    expect(awards.get(awardId('x'))).toMatchObject({ status: 'declined', requestedCents: 500_000 });
    expect(awardRow(awards.get(awardId('y'))!)).toMatchObject({
      status: 'offered',
      offeredCents: 300_000,
      because: [],
    });
    expect(proposalOf(year, 'y')).toMatchObject({ status: 'awarded', decision: { awardId: awardId('y') } });
  });

  it('show each partner under the frozen cap', () => {
    const year = decided();
    const usages = [...year.world.documents(grantCapUsageProjection).values()];
    const partners = ['b', 'a'].map((slug) => ({ id: partner(slug), slug, name: slug.toUpperCase() }));
    const round = year.world.documents(roundsProjection).get(Q3)!;
    expect(grantCapRows(partners, usages, round)).toEqual([
      {
        ...{ partner: { id: partner('a'), slug: 'a', name: 'A' }, quarter: Q3, capCents: 500_000 },
        ...{ usedCents: 500_000, headroomCents: 0, awards: 1 },
      },
      {
        ...{ partner: { id: partner('b'), slug: 'b', name: 'B' }, quarter: Q3, capCents: 500_000 },
        ...{ usedCents: 0, headroomCents: 500_000, awards: 0 },
      },
    ]);
    expect(grantCapRows(partners, usages, undefined)).toEqual([]);
  });

  it('end the wait of earlier rounds with the next decision', () => {
    const year = decided();
    year.do(open({ quarter: '2026-Q4', opensAt: '2026-09-21T07:00:00Z', closesAt: '2026-09-22T07:00:00Z' }));
    year.decide('2026-Q4', '2026-09-23T07:00:00.000Z');
    expect(year.world.documents(slatesProjection).get(Q3)!.lines[1]).toMatchObject({ outcome: 'not-funded' });
    expect(proposalOf(year, 'y').status).toBe('not-funded');
  });

  it('tell anticipated from actual reach', () => {
    const year = decided();
    year.do(onAward('AcceptAward', 'x', { by: staff('a') }));
    const rows = () => reachRows([...year.world.documents(proposalsProjection).values()]);
    expect(rows()).toMatchObject([{ awardId: awardId('x'), metric: 'people-reached', anticipated: 400, actual: null }]);
    const actualOutcomes = [
      { metric: 'people-reached', actual: 380 },
      { metric: 'teachers-recruited', actual: 4 },
    ];
    year.do(onAward('ReportAward', 'x', { by: staff('a'), spentCents: 1, actualOutcomes }));
    expect(rows()).toMatchObject([
      { anticipated: 400, actual: 380 },
      { metric: 'teachers-recruited', anticipated: null, actual: 4 },
    ]);
    expect(year.world.documents(awardsProjection).get(awardId('x'))!.report).toMatchObject({ actualOutcomes });
  });
});

describe('a pool’s page', () => {
  const { capSteps } = defaultGrantsPolicy;
  const moment: PoolMoment = {
    ...{ quarter: Q3, today: plainDate('2026-08-04') },
    ...{ startsOn: plainDate('2026-01-01'), endsOn: plainDate('2026-12-31') },
    capAt: (used, base) => capStepAt(capSteps, used, base).capCents,
  };
  const page = (year: Year, more: Partial<PoolMoment> = {}) =>
    poolPage(year.world.documents(poolsProjection).get('2026')!, { ...moment, ...more });

  it('has no pace before anything is given', () => {
    const year = opened();
    expect(page(year)).toMatchObject({
      ...{ releasedAvailableCents: 18_750_000, availableCents: 25_000_000 },
      forecast: { burnCentsPerDay: 0, exhaustedOn: null, next: { quarter: '2026-Q4', capPerPartnerCents: 500_000 } },
    });
    expect(page(year, { quarter: '2026-Q4' }).forecast.next).toBeNull();
  });

  it('tells burn, the day when nothing is left, and the next cap', () => {
    const year = new Year();
    year.do(fund({ fundedCents: 500_000, release: 'annual' }));
    year.do(open());
    year.do(submit('a', 'x', 400_000));
    year
      .reviewed('x', [
        [5, 5],
        [5, 5],
      ])
      .decide();
    // 400,000 in 216 days, and 100,000 left: 54 days more.
    expect(page(year).forecast).toEqual({
      ...{ burnCentsPerDay: 1_851, exhaustedOn: '2026-09-27' },
      next: { quarter: '2026-Q4', capPerPartnerCents: 400_000 },
    });
    expect(page(year, { today: plainDate('2026-12-30') }).forecast.exhaustedOn).toBeNull();
    const quarters = year.world.documents(poolsProjection).get('2026')!.quarters;
    expect(quarters[2]).toMatchObject({ quarter: Q3, offeredCents: 400_000, budgetCents: 0 });
  });
});

describe('the context', () => {
  it('has a projection for each view, and a document for each version of the rules', () => {
    expect(grantsContext.views).toHaveLength(7);
    const document = opened().world.documents(grantsPoliciesProjection).get('1');
    expect(document).toMatchObject({ family: 'grants', version: 1, content: defaultGrantsPolicy });
  });
});
