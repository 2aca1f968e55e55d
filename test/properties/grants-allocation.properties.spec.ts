import type { Allocated, AllocationInputs, Candidate } from '#contexts/grants/decide/allocation/allocate';
import { allocate } from '#contexts/grants/decide/allocation/allocate';
import type { Slate } from '#contexts/grants/events/slate';
import { cents } from '#kernel/money/cents';
import fc from 'fast-check';
import {
  asked,
  assign,
  declare,
  fund,
  LATER,
  open,
  partner,
  proposalId,
  Q3,
  ren,
  review,
  rita,
  rob,
  submit,
  Year,
} from '../support/grants';

/** Few values, so that ties and borders come often. */
const amount = fc.oneof(
  fc.constantFrom(29_999, 30_000, 59_999, 60_000, 100_000, 200_000, 400_000, 500_000, 600_000),
  fc.integer({ min: 1, max: 600_000 }),
);
const points = fc.constantFrom(240, 299, 300, 301, 360, 400, 440, 460, 500);
const candidateAsked = fc.record({
  partner: fc.nat({ max: 4 }),
  requested: amount,
  reviews: fc.array(fc.record({ points, percent: fc.option(fc.integer({ min: 1, max: 100 })) }), {
    minLength: 2,
    maxLength: 3,
    size: 'max',
  }),
});
const roundAsked = fc.record({
  candidates: fc.array(candidateAsked, { minLength: 1, maxLength: 9, size: 'max' }),
  left: fc.oneof(fc.nat({ max: 2_500_000 }), fc.constantFrom(0, 29_999, 30_000, 100_000)),
  used: fc.array(fc.constantFrom(0, 0, 100_000, 250_000, 470_001, 500_000), { minLength: 5, maxLength: 5 }),
  net: fc.array(fc.constantFrom(0, 0, 500_000), { minLength: 5, maxLength: 5 }),
});
type RoundAsked = typeof roundAsked extends fc.Arbitrary<infer T> ? T : never;

function inputsOf({ candidates, left, used, net }: RoundAsked): AllocationInputs {
  const partners = new Map(
    used.map((cap, n) => [
      partner(`p${n}`),
      { quarterUsedCents: cents(cap), yearNetCents: cents(Math.max(cap, net[n]!)) },
    ]),
  );
  return {
    ...{ partners, leftCents: cents(left), minScore: 300 },
    ...{ capPerPartnerCents: cents(500_000), minimumPartialCents: cents(30_000), partialPercent: 50 },
    candidates: candidates.map((one, n): Candidate => ({
      proposalId: proposalId(`c${n}`),
      partnerId: partner(`p${one.partner}`),
      requestedCents: cents(one.requested),
      reviews: one.reviews.map(({ points: scored, percent }) => ({
        points: scored,
        recommendedCents: percent === null ? null : cents(Math.max(1, Math.floor((one.requested * percent) / 100))),
      })),
      editedAt: n,
    })),
  };
}

/** domain.md section 4 once more, word by word and with nothing in common with the program but its inputs. */
function reference(inputs: AllocationInputs) {
  const n = (one: Candidate) => BigInt(one.reviews.length);
  const total = (one: Candidate) => one.reviews.reduce((sum, review) => sum + BigInt(review.points), 0n);
  const net = (one: Candidate) => BigInt(inputs.partners.get(one.partnerId)!.yearNetCents);
  const before = (a: Candidate, b: Candidate): boolean => {
    if (total(a) * n(b) !== total(b) * n(a)) return total(a) * n(b) > total(b) * n(a);
    return net(a) === net(b) ? a.editedAt < b.editedAt : net(a) < net(b);
  };
  const order: Candidate[] = [];
  for (const one of inputs.candidates) {
    const at = order.findIndex((other) => before(one, other));
    order.splice(at < 0 ? order.length : at, 0, one);
  }
  const used = new Map(
    [...inputs.partners].map(([id, { quarterUsedCents }]) => [id as string, BigInt(quarterUsedCents)]),
  );
  let left = BigInt(inputs.leftCents);
  const least = (...values: readonly bigint[]) => values.reduce((a, b) => (b < a ? b : a));
  return order.map((one) => {
    const given = one.reviews.flatMap(({ recommendedCents }) =>
      recommendedCents === null ? [] : [BigInt(recommendedCents)],
    );
    given.sort((a, b) => (a < b ? -1 : 1));
    const requested = BigInt(one.requestedCents);
    const base = least(requested, given[Math.ceil(given.length / 2) - 1] ?? requested, 500_000n);
    const headroom = 500_000n - used.get(one.partnerId)!;
    const fundable = least(base, headroom < 0n ? 0n : headroom);
    const award = least(fundable, left);
    const enough = (x: bigint) => 2n * x >= base && x >= 30_000n;
    if (total(one) < 300n * n(one)) return [one.proposalId, 0, 'not-funded'];
    if (award === base || enough(award)) {
      left -= award;
      used.set(one.partnerId, used.get(one.partnerId)! + award);
      return [one.proposalId, Number(award), award === requested ? 'awarded' : 'partial'];
    }
    return [one.proposalId, 0, fundable === base || enough(fundable) ? 'waitlisted' : 'not-funded'];
  });
}

const brief = (lines: readonly Allocated[]) =>
  lines.map(({ proposalId: id, awardedCents, outcome }) => [id, awardedCents, outcome]);
const runs = { numRuns: 2_000, seed: 20_260_806 };

describe('an allocation', () => {
  it('is what domain.md section 4 says, and gives neither more than is left nor more than a cap', () => {
    fc.assert(
      fc.property(roundAsked, (one) => {
        const inputs = inputsOf(one);
        const { lines, leftCents } = allocate(inputs);
        expect(brief(lines)).toEqual(reference(inputs));
        const given = lines.reduce((sum, { awardedCents }) => sum + awardedCents, 0);
        expect(leftCents).toBe(one.left - given);
        expect(leftCents).toBeGreaterThanOrEqual(0);
        for (const [id, { quarterUsedCents }] of inputs.partners) {
          const own = lines.filter(({ partnerId }) => partnerId === id);
          const sum = own.reduce((total, { awardedCents }) => total + awardedCents, 0);
          if (sum > 0) expect(quarterUsedCents + sum).toBeLessThanOrEqual(500_000);
        }
      }),
      runs,
    );
  });

  it('says why of each line what lowered it, and nothing else', () => {
    fc.assert(
      fc.property(roundAsked, (one) => {
        for (const line of allocate(inputsOf(one)).lines) {
          const { outcome, because, awardedCents, requestedCents, baseCents } = line;
          expect(because.length === 0).toBe(awardedCents === requestedCents);
          expect(because.some((word) => word === 'REVIEW' || word === 'CAP')).toBe(
            baseCents < requestedCents && because[0] !== 'MIN_SCORE',
          );
          if (outcome === 'waitlisted') expect(because.at(-1)).toBe('MONEY');
          if (outcome === 'not-funded') expect(['MIN_SCORE', 'HEADROOM']).toContain(because.at(-1));
        }
      }),
      runs,
    );
  });

  it('does not know in which order proposals and reviews came to it', () => {
    const shuffled = roundAsked.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray(
          one.candidates.map((_, n) => n),
          { minLength: one.candidates.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, order]) => {
        const inputs = inputsOf(one);
        const candidates = order.map((n) => {
          const candidate = inputs.candidates[n]!;
          return { ...candidate, reviews: [...candidate.reviews].reverse() };
        });
        expect(allocate({ ...inputs, candidates })).toEqual(allocate(inputs));
      }),
      runs,
    );
  });

  it('never changes for the others when a proposal that got nothing was not there', () => {
    fc.assert(
      fc.property(roundAsked, (one) => {
        const inputs = inputsOf(one);
        const { lines } = allocate(inputs);
        for (const { proposalId: gone, awardedCents } of lines) {
          if (awardedCents > 0) continue;
          const candidates = inputs.candidates.filter(({ proposalId: id }) => id !== gone);
          expect(allocate({ ...inputs, candidates }).lines).toEqual(lines.filter(({ proposalId: id }) => id !== gone));
        }
      }),
      { ...runs, numRuns: 1_000 },
    );
  });

  it('with more money, whoever is first to fare differently fares better', () => {
    fc.assert(
      fc.property(roundAsked, fc.integer({ min: 1, max: 400_000 }), (one, more) => {
        const inputs = inputsOf(one);
        const poor = allocate(inputs).lines;
        const rich = allocate({ ...inputs, leftCents: cents(one.left + more) }).lines;
        const at = poor.findIndex(({ awardedCents }, n) => awardedCents !== rich[n]!.awardedCents);
        if (at >= 0) expect(rich[at]!.awardedCents).toBeGreaterThan(poor[at]!.awardedCents);
      }),
      runs,
    );
  });

  it('with more money, a later one may fare worse: the partial rule takes the cent that made it whole (docs/concepts/allocation.md)', () => {
    const one = (requested: number, scored: number, n: number): Candidate => ({
      ...{
        proposalId: proposalId(`c${n}`),
        partnerId: partner(`p${n}`),
        requestedCents: cents(requested),
        editedAt: n,
      },
      reviews: [{ points: scored, recommendedCents: null }],
    });
    const inputs = inputsOf({ candidates: [], left: 0, used: [0, 0, 0, 0, 0], net: [0, 0, 0, 0, 0] });
    const given = (left: number) =>
      allocate({
        ...inputs,
        leftCents: cents(left),
        candidates: [one(240_000, 400, 1), one(100_000, 320, 2)],
      }).lines.map(({ awardedCents }) => awardedCents);
    expect(given(119_999)).toEqual([0, 100_000]);
    expect(given(120_000)).toEqual([120_000, 0]);
  });
});

describe('a whole round', () => {
  /** The same round, clicked in another order: assignments, declarations and reviews come as `order` says. */
  function clicked(order: readonly number[]): Slate {
    const year = new Year();
    year.do(fund({ fundedCents: 900_000, release: 'annual' }));
    year.do(open());
    const keys = ['x', 'y', 'z'];
    for (const [n, key] of keys.entries()) year.do(submit(['a', 'b', 'c'][n]!, key, 400_000));
    const clicks = keys.flatMap((key, k) =>
      [rita, rob, ren].map((by, r) => ({ key, by, score: [3 + ((k + r) % 3), 3 + ((2 * k + r) % 3)] as const })),
    );
    for (const n of order) {
      const { key, by, score } = clicks[n]!;
      year.do(assign(key, by));
      year.do(declare(key, by));
      year.do(review(key, by, score));
    }
    return year.do(asked('DrawSlate', { quarter: Q3, at: LATER })).reply!.body as Slate;
  }

  it('has one slate, with one hash, whatever the order of the clicks', () => {
    const straight = clicked([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }), (order) => {
        expect(clicked(order)).toEqual(straight);
      }),
      { numRuns: 100, seed: 20_260_807 },
    );
  });
});
