import type { AllocationInputs, Candidate, PartnerAtStart } from '#contexts/grants/decide/allocation/allocate';
import { allocate } from '#contexts/grants/decide/allocation/allocate';
import type { AllocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { leftFor } from '#contexts/grants/decide/pool/pool-money';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState, Proposal, Round } from '#contexts/grants/decide/state';
import { proposalsOf, quarterUsed, validReviews, yearNet } from '#contexts/grants/decide/state';
import { awardIdOf } from '#contexts/grants/events/award-standing';
import type { LeftOut, Slate, SlateLine } from '#contexts/grants/events/slate';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** The slate that the round would be decided by now. Asked only of a round that exists and whose proposals are reviewed. */
export function slateOf(state: Readonly<GrantsState>, round: Round, facts: AllocationFacts): Slate {
  const { quarter } = round.standing;
  const { counting, leftOut } = sorted(state, quarter, facts);
  const pool = present(state.pools.get(yearOf(quarter)), 'the pool of a round');
  const partners = atStart(state, quarter, counting);
  return drawn(round, counting, leftOut, partners, leftFor(pool, quarter), facts.rules.content);
}

/**
 * The slate of a decided round as it would have been with the reviews that count today: money, caps and standings are
 * those of the decision. A proposal beside it, which decides nothing.
 */
export function slateAgain(state: Readonly<GrantsState>, round: Round, policy: GrantsPolicy): Slate {
  const { slate, usageBefore } = present(round.allocation, 'the decision of a round');
  const walked = slate.lines.map(({ proposalId }) => present(state.proposals.get(proposalId), 'a proposal of a slate'));
  const counting = walked.filter((one) => validReviews(one).length >= policy.rubric.minReviews);
  const short = walked.filter((one) => !counting.includes(one)).map((one) => leaving(one, 'REVIEWS_MISSING'));
  return drawn(round, counting, [...slate.leftOut, ...short], usageBefore, slate.leftBeforeCents, policy);
}

/** Proposals that are walked, and those that something other than their merits keeps out. */
export function sorted(
  state: Readonly<GrantsState>,
  quarter: string,
  facts: AllocationFacts,
): { readonly counting: readonly Proposal[]; readonly leftOut: readonly LeftOut[] } {
  const counting: Proposal[] = [];
  const leftOut: LeftOut[] = [];
  for (const proposal of proposalsOf(state, quarter)) {
    const { status, partnerId } = proposal.standing;
    if (status === 'awaiting-cosignature') leftOut.push(leaving(proposal, 'NOT_COSIGNED'));
    if (status !== 'submitted') continue;
    if (facts.left.has(partnerId)) leftOut.push(leaving(proposal, 'PARTNER_EXITED'));
    else if (facts.overdue.has(partnerId)) leftOut.push(leaving(proposal, 'REPORT_OVERDUE'));
    else counting.push(proposal);
  }
  return { counting, leftOut };
}

function leaving({ standing: { proposalId, partnerId } }: Proposal, reason: LeftOut['reason']): LeftOut {
  return { proposalId, partnerId, reason };
}

function drawn(
  { standing }: Round,
  counting: readonly Proposal[],
  leftOut: readonly LeftOut[],
  partners: ReadonlyMap<PartnerId, PartnerAtStart>,
  leftCents: Cents,
  { rubric, minimumPartialCents, partialPercent }: GrantsPolicy,
): Slate {
  const { quarter, capPerPartnerCents } = standing;
  const rules = { capPerPartnerCents, minimumPartialCents, partialPercent, minScore: rubric.minScore };
  const inputs: AllocationInputs = { ...rules, candidates: counting.map(candidateOf), partners, leftCents };
  const { lines, leftCents: leftAfterCents } = allocate(inputs);
  const body = {
    ...{ quarter, capPerPartnerCents, leftBeforeCents: leftCents, leftAfterCents },
    lines: lines.map((line, index): SlateLine => ({
      rank: index + 1,
      ...line,
      ...(line.awardedCents > 0 ? { awardId: awardIdOf(line.proposalId) } : {}),
    })),
    leftOut,
    inputsHash: digestOf({ ...inputs, partners: [...partners].sort(byPartner), leftOut }),
  };
  return { ...body, slateHash: digestOf(body) };
}

/** Reviews in the order of their reviewers' ids, so that the inputs' hash does not know who clicked first. */
function candidateOf(proposal: Proposal): Candidate {
  const { proposalId, partnerId, requestedCents } = proposal.standing;
  const reviews = [...validReviews(proposal)]
    .sort((a, b) => (a.reviewer < b.reviewer ? -1 : 1))
    .map(({ review: { points, recommendedCents } }) => ({ points, recommendedCents }));
  return { proposalId, partnerId, requestedCents, reviews, editedAt: proposal.editedAt };
}

function atStart(
  state: Readonly<GrantsState>,
  quarter: string,
  counting: readonly Proposal[],
): ReadonlyMap<PartnerId, PartnerAtStart> {
  const year = yearOf(quarter);
  return new Map(
    counting.map(({ standing: { partnerId } }) => [
      partnerId,
      {
        quarterUsedCents: quarterUsed(state, partnerId, quarter),
        yearNetCents: yearNet(state, partnerId, year),
      },
    ]),
  );
}

const byPartner = ([a]: readonly [PartnerId, unknown], [b]: readonly [PartnerId, unknown]): number => (a < b ? -1 : 1);
