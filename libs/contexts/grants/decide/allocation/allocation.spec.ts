import type { Allocated, AllocationInputs, Candidate } from '#contexts/grants/decide/allocation/allocate';
import { allocate } from '#contexts/grants/decide/allocation/allocate';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import {
  asked,
  awardId,
  champion,
  declare,
  decisionId,
  fund,
  LATER,
  leaving,
  onAward,
  open,
  partner,
  pat,
  pia,
  proposalId,
  Q3,
  review,
  rita,
  staff,
  submit,
  Year,
} from '../../../../../test/support/grants';

/** A year with 1,000,000 left: x and y ask 500,000 and 400,000 and get it, z asks 300,000 and waits. */
function reviewed(): Year {
  const year = new Year();
  year.do(fund({ fundedCents: 1_000_000, release: 'annual' }));
  year.do(open());
  for (const [key, slug, money] of [
    ['x', 'a', 500_000],
    ['y', 'b', 400_000],
    ['z', 'c', 300_000],
  ] as const) {
    year.do(submit(slug, key, money));
  }
  for (const [key, reach] of [
    ['x', 5],
    ['y', 4],
    ['z', 3],
  ] as const) {
    year.reviewed(key, [
      [5, reach],
      [5, reach],
    ]);
  }
  return year;
}
const allocation = (slateHash: string, more = {}) =>
  asked('AllocateRound', { quarter: Q3, slateHash, by: pat, onBehalfOf: pia, key: 'decide', at: LATER, ...more });
const outcome = (year: Year, more: object, by = {}) =>
  year.try(allocation(year.slate().slateHash, { ...more, ...by })).answer;
const refusedFor = (because: string) => ({
  kind: 'refused',
  event: { data: { because, act: 'AllocateRound', about: Q3 } },
});

describe('AllocateRound and DrawSlate', () => {
  it('decides the whole round in one event', () => {
    const year = reviewed();
    const slate = year.slate();
    const told = year.do(allocation(slate.slateHash));
    const { round } = told.events[0]!.data as { round: never };
    expect(told.answer).toEqual({
      kind: 'accepted',
      events: [
        RoundAllocated({
          round: { ...(round as object), status: 'allocated', closedAt: instant('2026-09-16T07:00:00.000Z') } as never,
          decisionId: decisionId('decide'),
          slate,
          pool: { ...year.pool(), offeredCents: cents(900_000), availableCents: cents(100_000) },
          ...{ payment: 'advance', offersLapseAt: instant('2026-10-21T07:00:00.000Z') },
          ...{ requestedBy: [pia], confirmedBy: [pat], waitlistEnded: [], endedRounds: [] },
        }),
      ],
    });
    expect(told.reply!.body).toEqual(slate);
    expect(year.state.awards.get(awardId('x'))!.standing).toMatchObject({ status: 'offered', offeredCents: 500_000 });
  });

  it('says no in this order: absent, decided, open, an earlier one undecided', () => {
    const year = reviewed();
    expect(year.try(asked('DrawSlate', { quarter: '2026-Q4' })).answer).toMatchObject({ code: 'NOT_FOUND' });
    expect(year.try(asked('DrawSlate', { quarter: Q3 })).answer).toMatchObject({ code: 'ROUND_OPEN' });
    const q4 = { quarter: '2026-Q4', opensAt: '2026-09-01T07:00:00Z', closesAt: '2026-09-10T07:00:00Z' };
    year.do(open(q4));
    const early = year.try(asked('DrawSlate', { quarter: '2026-Q4', at: LATER })).answer;
    expect(early).toMatchObject({ code: 'EARLIER_ROUND_UNDECIDED', figures: { earlier: Q3 } });
    year.decide();
    expect(year.try(asked('DrawSlate', { quarter: Q3 })).answer).toMatchObject({ code: 'ROUND_ALLOCATED' });
    year.decide('2026-Q4');
  });

  it('takes two people, and none of them a party to it', () => {
    const year = reviewed();
    const no = refusedFor('SOD');
    expect(outcome(year, { onBehalfOf: pat })).toMatchObject(no);
    expect(outcome(year, { by: 'service:on-approval-confirmed' })).toMatchObject(no);
    for (const party of [rita, staff('b', 2), staff('a'), champion('c')]) {
      expect(outcome(year, { by: party })).toMatchObject(no);
      expect(outcome(year, { onBehalfOf: party })).toMatchObject(no);
    }
    year.do(declare('x', rita, true));
    expect(year.try(allocation('', { by: rita })).answer).toMatchObject(no);
    expect(year.try(allocation('', {})).answer).toMatchObject({
      code: 'REVIEWS_MISSING',
      figures: { reviews: 1, needed: 2 },
    });
  });

  it('decides nothing when the inputs moved since the slate was seen', () => {
    const year = reviewed();
    const seen = year.slate();
    year.do(review('z', rita, [5, 5]));
    const told = year.try(allocation(seen.slateHash)).answer;
    const drawn = { quarter: Q3, slateHash: seen.slateHash, at: LATER };
    expect(year.try(asked('DrawSlate', drawn)).answer).toEqual(told);
    expect(told).toMatchObject({
      kind: 'not-now',
      code: 'SLATE_CHANGED',
      figures: { slateHashNow: year.slate().slateHash },
    });
    year.do(review('z', rita, [5, 3]));
    expect(year.try(allocation(seen.slateHash)).answer.kind).toBe('accepted');
  });

  it('leaves out what nobody co-signed and partners that left or owe a report', () => {
    const year = reviewed();
    year.world.record(`partner-${partner('c')}`, [leaving('c')]);
    const slate = year.decide();
    expect(slate.leftOut).toEqual([{ proposalId: proposalId('z'), partnerId: partner('c'), reason: 'PARTNER_EXITED' }]);
    expect(year.state.proposals.get(proposalId('z'))!.standing.status).toBe('left-out');
  });
});

describe('PromoteWaitlist', () => {
  const promote = (more = {}) => asked('PromoteWaitlist', { quarter: Q3, by: pat, key: 'promote', at: LATER, ...more });

  it('records the same walk over the lines that wait', () => {
    const year = reviewed();
    const { lines } = year.decide();
    year.do(onAward('AcceptAward', 'x', { by: staff('a'), acceptedCents: 250_000 }));
    const told = year.do(promote());
    const line = { ...lines[2]!, awardedCents: cents(300_000), outcome: 'awarded' as const, because: [] };
    expect(told.answer).toEqual({
      kind: 'accepted',
      events: [
        WaitlistPromoted({
          ...{ quarter: Q3, decisionId: decisionId('promote'), lines: [{ ...line, awardId: awardId('z') }] },
          ...{ leftBeforeCents: cents(350_000), leftAfterCents: cents(50_000), pool: year.pool() },
          ...{ payment: 'advance', offersLapseAt: instant('2026-10-21T07:00:00.000Z'), promotedBy: [pat] },
        }),
      ],
    });
    expect(year.state.proposals.get(proposalId('z'))!.standing.status).toBe('awarded');
    expect(year.try(promote({ key: 'again' })).answer).toMatchObject({ code: 'NOTHING_TO_PROMOTE' });
  });

  it('says no in this order: absent, undecided, ended, a party, nothing to give', () => {
    const year = reviewed();
    expect(year.try(promote({ quarter: '2026-Q4' })).answer).toMatchObject({ code: 'NOT_FOUND' });
    expect(year.try(promote()).answer).toMatchObject({ code: 'NOT_ALLOCATED' });
    year.decide();
    for (const by of [rita, staff('b')]) {
      expect(year.try(promote({ by })).answer).toMatchObject({
        event: { data: { because: 'SOD', act: 'PromoteWaitlist' } },
      });
    }
    expect(year.try(promote()).answer).toMatchObject({ code: 'NOTHING_TO_PROMOTE', figures: { leftCents: 100_000 } });
    year.do(open({ quarter: '2026-Q4', opensAt: '2026-09-21T07:00:00Z', closesAt: '2026-09-22T07:00:00Z' }));
    year.decide('2026-Q4', '2026-09-23T07:00:00.000Z');
    expect(year.try(promote()).answer).toMatchObject({ code: 'WAITLIST_ENDED' });
    expect(year.state.proposals.get(proposalId('z'))!.standing.status).toBe('not-funded');
  });
});

describe('the walk by itself', () => {
  const candidate = (n: number, requested: number, points: number, more: Partial<Candidate> = {}): Candidate => ({
    ...{ proposalId: proposalId(String(n)), partnerId: partner(String(n)), requestedCents: cents(requested) },
    ...{ reviews: [{ points, recommendedCents: null }], editedAt: n },
    ...more,
  });
  const inputs = (left: number, ...candidates: readonly Candidate[]): AllocationInputs => ({
    ...{ candidates, partners: new Map(), leftCents: cents(left), minScore: 300 },
    ...{ capPerPartnerCents: cents(500_000), minimumPartialCents: cents(30_000), partialPercent: 50 },
  });
  const told = ({ awardedCents, outcome: how, because }: Allocated) => [awardedCents, how, ...because].join(' ');
  const walk = (left: number, ...candidates: readonly Candidate[]) =>
    allocate(inputs(left, ...candidates)).lines.map(told);

  it.each([
    [[100_000], 100_000],
    [[100_000, 200_000], 100_000],
    [[300_000, 100_000, 200_000], 200_000],
    [[400_000, 100_000, 300_000, 200_000], 200_000],
  ])('recommendations %j have the lower median %d', (recommended, median) => {
    const reviews = recommended.map((one) => ({ points: 500, recommendedCents: cents(one) }));
    const { lines } = allocate(inputs(1_000_000, candidate(1, 500_000, 0, { reviews })));
    expect(lines[0]).toMatchObject({ recommendedCents: median, awardedCents: median, because: ['REVIEW'] });
  });

  it('compares scores as fractions: 453⅓ is more than 453', () => {
    const thirds = [460, 440, 460].map((points) => ({ points, recommendedCents: null }));
    const lines = walk(100_000, candidate(1, 100_000, 453), candidate(2, 100_000, 0, { reviews: thirds }));
    expect(lines).toEqual(['100000 awarded', '0 waitlisted MONEY']);
    const { lines: ordered } = allocate(inputs(0, candidate(1, 1, 453), candidate(2, 1, 0, { reviews: thirds })));
    expect(ordered.map(({ proposalId: id }) => id)).toEqual([proposalId('2'), proposalId('1')]);
  });

  it('judges the least score exactly: 300 is enough, 299½ is not', () => {
    const half = [300, 299].map((points) => ({ points, recommendedCents: null }));
    expect(walk(500_000, candidate(1, 100_000, 300), candidate(2, 100_000, 0, { reviews: half }))).toEqual([
      '100000 awarded',
      '0 not-funded MIN_SCORE',
    ]);
  });

  it.each([
    ['exactly half and $300', 60_000, 30_000, '30000 partial MONEY'],
    ['half, but a cent less than $300', 59_998, 29_999, '0 waitlisted MONEY'],
    ['a small request in full', 20_000, 20_000, '20000 awarded'],
    ['a small request in part', 20_000, 19_999, '0 waitlisted MONEY'],
  ])('%s', (_, requested, left, line) => {
    expect(walk(left, candidate(1, requested, 500))).toEqual([line]);
  });

  it('a cap that bounds a lower recommendation no more is not named', () => {
    const reviews = [{ points: 500, recommendedCents: cents(500_000) }];
    expect(walk(900_000, candidate(1, 900_000, 0, { reviews }))).toEqual(['500000 partial REVIEW']);
  });
});
