import type { PromoteWaitlist } from '#contexts/grants/commands/promote-waitlist';
import { givenCents, walkAgain } from '#contexts/grants/decide/allocation/allocate';
import type { AllocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { ifParty } from '#contexts/grants/decide/allocation/party';
import type { Known } from '#contexts/grants/decide/facts';
import { actRefused, unruled } from '#contexts/grants/decide/no';
import { leftFor, offering } from '#contexts/grants/decide/pool/pool-money';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { Allocation, GrantsState } from '#contexts/grants/decide/state';
import { quarterUsed } from '#contexts/grants/decide/state';
import { awardIdOf } from '#contexts/grants/events/award-standing';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { SlateLine } from '#contexts/grants/events/slate';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import { present } from '#kernel/assert/assert';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';

/**
 * Gives what came free to the lines that wait (examples.md E9): the walk of the allocation over them alone, in the order
 * of their slate. Partial awards are not topped up, and what was not funded stays so.
 */
export function promoteWaitlist(
  { quarter }: PromoteWaitlist,
  state: Readonly<GrantsState>,
  facts: Known<AllocationFacts>,
): Answer<NewEventOf<typeof WaitlistPromoted> | NewEventOf<typeof GrantActRefused>> {
  if (!('rules' in facts)) return unruled;
  const round = state.rounds.get(quarter);
  if (round === undefined) return notFound;
  if (round.allocation === null) return notNow('NOT_ALLOCATED', `The round of ${quarter} is not decided yet.`);
  const people = actingPeople(facts);
  const no = ended(state, quarter) ?? ifParty(people, state, quarter, facts, 'PromoteWaitlist');
  if (no !== undefined) {
    return 'kind' in no ? no : actRefused({ act: 'PromoteWaitlist', about: quarter, partnerId: null }, no);
  }
  const pool = present(state.pools.get(yearOf(quarter)), 'the pool of a round');
  const leftBeforeCents = leftFor(pool, quarter);
  const lines = walked(state, quarter, round.allocation, leftBeforeCents, facts);
  const given = givenCents(lines);
  if (given === 0) {
    const detail = `${round.allocation.waiting.size} lines wait, and what is left reaches none of them.`;
    return notNow('NOTHING_TO_PROMOTE', detail, { quarter, leftCents: leftBeforeCents });
  }
  const poolAfter = offering(pool.standing, given);
  return accepted(
    WaitlistPromoted({
      quarter,
      decisionId: entityId('dec', facts.commandId),
      lines,
      leftBeforeCents,
      leftAfterCents: leftFor({ ...pool, standing: poolAfter }, quarter),
      pool: poolAfter,
      payment: facts.rules.content.payment,
      offersLapseAt: facts.offersLapseAt,
      promotedBy: people,
    }),
  );
}

/** The waitlist ends at the next round's allocation. */
function ended(state: Readonly<GrantsState>, quarter: string): NotNow | undefined {
  const next = [...state.rounds.values()].find(
    ({ standing, allocation }) =>
      allocation !== null && yearOf(standing.quarter) === yearOf(quarter) && standing.quarter > quarter,
  );
  if (next === undefined) return undefined;
  const detail = `The waitlist of ${quarter} ended when ${next.standing.quarter} was decided.`;
  return notNow('WAITLIST_ENDED', detail, { quarter, next: next.standing.quarter });
}

/** The lines that wait no longer. Those that still do are not told again. */
function walked(
  state: Readonly<GrantsState>,
  quarter: string,
  { waiting, slate }: Allocation,
  leftCents: SlateLine['awardedCents'],
  { rules, left }: AllocationFacts,
): readonly SlateLine[] {
  const { minimumPartialCents, partialPercent } = rules.content;
  const { capPerPartnerCents } = slate;
  // A partner that left the network gets no new offer; its lines wait on, for nothing.
  const lines = [...waiting.values()].filter(({ partnerId }) => !left.has(partnerId));
  const again = walkAgain(lines, { capPerPartnerCents, minimumPartialCents, partialPercent }, leftCents, (partnerId) =>
    quarterUsed(state, partnerId, quarter),
  );
  return again.lines.flatMap((line, index) => {
    if (line.outcome === 'waitlisted') return [];
    const { rank } = present(lines[index], 'a line that waited');
    return [{ rank, ...line, ...(line.awardedCents > 0 ? { awardId: awardIdOf(line.proposalId) } : {}) }];
  });
}
