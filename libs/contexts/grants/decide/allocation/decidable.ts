import { isShut } from '#contexts/grants/decide/rounds/shut';
import type { AllocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { sorted } from '#contexts/grants/decide/allocation/slate-of';
import type { Known } from '#contexts/grants/decide/facts';
import { unruled } from '#contexts/grants/decide/no';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState, Round } from '#contexts/grants/decide/state';
import { validReviews } from '#contexts/grants/decide/state';
import type { Slate } from '#contexts/grants/events/slate';
import type { NotNow } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';

/** A round that can be decided now, with its facts; or why not. */
export function decidable(
  quarter: string,
  state: Readonly<GrantsState>,
  facts: Known<AllocationFacts>,
): { readonly round: Round; readonly facts: AllocationFacts } | NotNow {
  if (!('rules' in facts)) return unruled;
  const round = state.rounds.get(quarter);
  if (round === undefined) return notFound;
  const { status, closesAt } = round.standing;
  if (status === 'allocated') return notNow('ROUND_ALLOCATED', `The round of ${quarter} is decided.`, { quarter });
  if (!isShut(round, facts.at)) {
    const detail = `The round of ${quarter} still takes proposals, up to ${closesAt}.`;
    return notNow('ROUND_OPEN', detail, { quarter, closesAt });
  }
  return earlierUndecided(state, quarter) ?? { round, facts };
}

/** Rounds of a year are decided in order. */
function earlierUndecided(state: Readonly<GrantsState>, quarter: string): NotNow | undefined {
  for (const { standing } of state.rounds.values()) {
    const earlier = yearOf(standing.quarter) === yearOf(quarter) && standing.quarter < quarter;
    if (!earlier || standing.status === 'allocated') continue;
    const detail = `Rounds of a year are decided in order, and ${standing.quarter} is not decided yet.`;
    return notNow('EARLIER_ROUND_UNDECIDED', detail, { quarter, earlier: standing.quarter });
  }
  return undefined;
}

/** The first proposal that nobody can decide yet: it needs reviews, or a recorded deferral. */
export function reviewsMissing(
  state: Readonly<GrantsState>,
  quarter: string,
  facts: AllocationFacts,
): NotNow | undefined {
  const { minReviews } = facts.rules.content.rubric;
  for (const proposal of sorted(state, quarter, facts).counting) {
    const reviews = validReviews(proposal).length;
    if (reviews >= minReviews) continue;
    const { proposalId } = proposal.standing;
    const detail = `${proposalId} has ${reviews} of ${minReviews} valid reviews; it needs them, or a deferral to the next round.`;
    return notNow('REVIEWS_MISSING', detail, { proposalId, reviews, needed: minReviews });
  }
  return undefined;
}

/** The answer when the slate is not the one that was seen. */
export function unlessSame({ quarter, slateHash: slateHashNow }: Slate, slateHash: string): NotNow | undefined {
  if (slateHashNow === slateHash) return undefined;
  const detail = 'What the slate was drawn from has changed since. Draw it again, look at it, and ask anew.';
  return notNow('SLATE_CHANGED', detail, { quarter, slateHash, slateHashNow });
}
