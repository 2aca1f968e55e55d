import type { DeclineAward } from '#contexts/grants/commands/decline-award';
import { awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import { isStaff } from '#contexts/grants/decide/proposals/applicants';
import type { GrantsState } from '#contexts/grants/decide/state';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Decides a decline, also of an offer that was due to lapse: either way its money is free. */
export function declineAward(
  { awardId }: DeclineAward,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof AwardDeclined>> {
  const act = awardOf(awardId, state, known);
  if ('kind' in act || !isStaff(act.facts, act.facts.principal)) return notFound;
  const not = unlessAward(act, 'decline', ['offered']);
  if (not !== undefined) return not;
  const { standing } = act.award;
  const award = { ...standing, status: 'declined' } as const;
  return accepted(
    AwardDeclined({ award, move: awardMove(state, standing, award), declinedBy: actingPeople(act.facts) }),
  );
}
