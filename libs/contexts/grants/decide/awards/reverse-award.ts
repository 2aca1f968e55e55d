import type { ReverseAward } from '#contexts/grants/commands/reverse-award';
import { aboutAward, awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashOfDuties } from '#contexts/grants/decide/no';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { dollars, ZERO } from '#kernel/money/cents';

/**
 * Takes an award back. What is not payable yet is free at once; what is payable or paid is owed until `ReturnFunds` says
 * how it came back, for only the payouts ledger knows whether it has left.
 */
export function reverseAward(
  { awardId, reason, note }: ReverseAward,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof AwardReversed> | NewEventOf<typeof GrantActRefused>> {
  const act = awardOf(awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'reverse', ['offered', 'accepted', 'reported', 'report-accepted']);
  if (not !== undefined) return not;
  const { award, facts } = act;
  const { status, owedBackCents } = award.standing;
  // What is receivable of it comes back first, or the same cents would be owed twice.
  if (status === 'report-accepted' && owedBackCents > 0) {
    return notNow('MONEY_OWED', `${dollars(owedBackCents)} is still owed back.`, { awardId, owedBackCents });
  }
  const people = actingPeople(facts);
  const no = clashOfDuties(people, facts, award.submitted, 'ReverseAward');
  if (no !== undefined) return actRefused(aboutAward(act, 'ReverseAward'), no);
  const after = reversed(award.standing);
  const move = awardMove(state, award.standing, after);
  return accepted(AwardReversed({ award: after, move, reason, note, reversedBy: people }));
}

function reversed(standing: AwardStanding): AwardStanding {
  const { status, payment, netCents } = standing;
  const due = status === 'report-accepted' || (status !== 'offered' && payment === 'advance');
  return {
    ...standing,
    status: 'reversed',
    ...(due ? { owedBackCents: netCents } : { netCents: ZERO, owedBackCents: ZERO }),
  };
}
