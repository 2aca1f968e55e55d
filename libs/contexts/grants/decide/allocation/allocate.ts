import type { SlateOutcome, SlateReason } from '#contexts/grants/events/slate';
import type { PartnerId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, lesser, subtract, sum, ZERO } from '#kernel/money/cents';

/** A review as the allocation needs it: its points (100..500 by the default rubric), and what it would give. */
export interface ScoredReview {
  readonly points: number;
  readonly recommendedCents: Cents | null;
}

/** A proposal that counts, with its valid reviews: at least one. */
export interface Candidate {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly requestedCents: Cents;
  readonly reviews: readonly ScoredReview[];
  /** Place in the log of the last revision: the last word on a tie. */
  readonly editedAt: number;
}

/** How a partner stands at the start: what it has used of the quarter's cap, and net of the year's grants. */
export interface PartnerAtStart {
  readonly quarterUsedCents: Cents;
  readonly yearNetCents: Cents;
}

/** The policy's part in the walk. */
export interface WalkRules {
  readonly capPerPartnerCents: Cents;
  readonly minimumPartialCents: Cents;
  readonly partialPercent: number;
}

export interface AllocationInputs extends WalkRules {
  readonly candidates: readonly Candidate[];
  readonly partners: ReadonlyMap<PartnerId, PartnerAtStart>;
  readonly leftCents: Cents;
  readonly minScore: number;
}

/** A line before its rank and award are named. */
export interface Allocated {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly scorePoints: number;
  readonly requestedCents: Cents;
  readonly recommendedCents: Cents;
  readonly baseCents: Cents;
  readonly awardedCents: Cents;
  readonly outcome: SlateOutcome;
  readonly because: readonly SlateReason[];
}

/**
 * Decides a whole round (domain.md section 4, "Allocation"; examples.md E8, E12).
 *
 *     score       = Σ points / n, an exact fraction
 *     recommended = lower median of the recommendations given (none = requested)
 *     base        = min(requested, recommended, the frozen cap)
 *     order       : score desc, then the partner's net grant cents of the year asc, then the last revision's place asc
 *     walk        : fundable = min(base, partner's headroom);  award = min(fundable, left)
 *                   below minScore                       → not-funded MIN_SCORE
 *                   award = base, or enough(award)       → awarded or partial
 *                   else fundable = base or enough of it → waitlisted MONEY
 *                   else                                 → not-funded HEADROOM, and the walk goes on
 *
 * A pure function of its inputs, in integers of cents and points. The order of candidates and of their reviews cannot
 * matter: no two candidates have the same place in the log, so the order above is total.
 */
export function allocate(inputs: AllocationInputs): {
  readonly lines: readonly Allocated[];
  readonly leftCents: Cents;
} {
  const standings = inputs.candidates.map((candidate) => rated(candidate, inputs)).sort(inOrder);
  const walk = new Walk(inputs, inputs.leftCents, (partnerId) => usedAtStart(inputs, partnerId));
  const lines = standings.map((one) =>
    one.sumPoints < inputs.minScore * one.reviews ? belowMinimum(one) : walk.step(one),
  );
  return { lines, leftCents: walk.leftCents };
}

/** The lines that wait, in the order of their slate, walked once more with what is left now. Nothing else is looked at. */
export function walkAgain(
  waiting: readonly Allocated[],
  rules: WalkRules,
  leftCents: Cents,
  usedOf: (partnerId: PartnerId) => Cents,
): { readonly lines: readonly Allocated[]; readonly leftCents: Cents } {
  const walk = new Walk(rules, leftCents, usedOf);
  const lines = waiting.map((line) => walk.step(line));
  return { lines, leftCents: walk.leftCents };
}

/** A candidate with its score as a fraction and what it could be given at most. */
interface Rated extends Omit<Allocated, 'awardedCents' | 'outcome' | 'because'> {
  readonly sumPoints: number;
  readonly reviews: number;
  readonly yearNetCents: Cents;
  readonly editedAt: number;
}

function rated(candidate: Candidate, { capPerPartnerCents, partners }: AllocationInputs): Rated {
  const { proposalId, partnerId, requestedCents, reviews, editedAt } = candidate;
  const sumPoints = reviews.reduce((total, { points }) => total + points, 0);
  const recommendedCents = lowerMedian(reviews) ?? requestedCents;
  return {
    ...{ proposalId, partnerId, requestedCents, editedAt, sumPoints, reviews: reviews.length },
    recommendedCents,
    baseCents: lesser(lesser(requestedCents, recommendedCents), capPerPartnerCents),
    scorePoints: Math.floor((100 * sumPoints) / reviews.length),
    yearNetCents: partners.get(partnerId)?.yearNetCents ?? ZERO,
  };
}

/** a/n against b/m by a·m against b·n: exact, for points and counts are small. */
function inOrder(a: Rated, b: Rated): number {
  return (
    b.sumPoints * a.reviews - a.sumPoints * b.reviews || a.yearNetCents - b.yearNetCents || a.editedAt - b.editedAt
  );
}

function lowerMedian(reviews: readonly ScoredReview[]): Cents | undefined {
  const given = reviews.map(({ recommendedCents }) => recommendedCents).filter((one) => one !== null);
  return given.sort((a, b) => a - b)[Math.floor((given.length - 1) / 2)];
}

function usedAtStart({ partners }: AllocationInputs, partnerId: PartnerId): Cents {
  return partners.get(partnerId)?.quarterUsedCents ?? ZERO;
}

const belowMinimum = (one: Rated): Allocated => line(one, ZERO, 'not-funded', ['MIN_SCORE']);

/** The walk down the ordered lines: what is left of the money and of each partner's cap goes with it. */
class Walk {
  private readonly used = new Map<PartnerId, Cents>();

  constructor(
    private readonly rules: WalkRules,
    public leftCents: Cents,
    private readonly usedOf: (partnerId: PartnerId) => Cents,
  ) {}

  step(one: Asked): Allocated {
    const { baseCents, partnerId } = one;
    const used = this.used.get(partnerId) ?? this.usedOf(partnerId);
    const headroom = subtract(this.rules.capPerPartnerCents, used);
    const fundable = lesser(baseCents, headroom < 0 ? ZERO : headroom);
    const award = lesser(fundable, this.leftCents);
    const because = reasons(one, this.rules.capPerPartnerCents, fundable, award);
    if (this.willDo(award, baseCents)) {
      this.used.set(partnerId, add(used, award));
      this.leftCents = subtract(this.leftCents, award);
      return line(one, award, award === one.requestedCents ? 'awarded' : 'partial', because);
    }
    if (this.willDo(fundable, baseCents)) return line(one, ZERO, 'waitlisted', because);
    return line(
      one,
      ZERO,
      'not-funded',
      because.filter((reason) => reason !== 'MONEY'),
    );
  }

  /** Half of it and $300, by the default policy; or all of it. */
  private willDo(cents: Cents, baseCents: Cents): boolean {
    const { minimumPartialCents, partialPercent } = this.rules;
    return cents === baseCents || (100 * cents >= partialPercent * baseCents && cents >= minimumPartialCents);
  }
}

type Asked = Omit<Allocated, 'awardedCents' | 'outcome' | 'because'>;

/** requested → recommended → cap → headroom → left: each step that lowers the figure adds its word. */
function reasons(one: Asked, capCents: Cents, fundable: Cents, award: Cents): readonly SlateReason[] {
  const { requestedCents, recommendedCents, baseCents } = one;
  const steps: readonly (readonly [boolean, SlateReason])[] = [
    [recommendedCents < requestedCents, 'REVIEW'],
    [capCents < lesser(requestedCents, recommendedCents), 'CAP'],
    [fundable < baseCents, 'HEADROOM'],
    [award < fundable, 'MONEY'],
  ];
  return steps.filter(([lowers]) => lowers).map(([, word]) => word);
}

function line(one: Asked, awardedCents: Cents, outcome: SlateOutcome, because: readonly SlateReason[]): Allocated {
  const { proposalId, partnerId, scorePoints, requestedCents, recommendedCents, baseCents } = one;
  return {
    ...{ proposalId, partnerId, scorePoints, requestedCents, recommendedCents, baseCents },
    ...{ awardedCents, outcome, because },
  };
}

/** What a walk gave in all. */
export const givenCents = (lines: readonly { readonly awardedCents: Cents }[]): Cents =>
  sum(lines.map(({ awardedCents }) => awardedCents));
