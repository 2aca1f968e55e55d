import type { LapseAward } from '#contexts/grants/commands/lapse-award';
import { awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Decides a lapse, when it is due (examples.md E10), or at once when the partner has left. It never refuses: a schedule
 * may send it whenever it likes, and of a lapse and an acceptance that race the ledger lets one through.
 */
export function lapseAward(
  { awardId }: LapseAward,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof AwardLapsed>> {
  const act = awardOf(awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'lapse', ['offered']);
  if (not !== undefined) return not;
  const { standing } = act.award;
  const { lapsesAt } = standing;
  const due = lapsesAt <= act.facts.at;
  if (!due && act.facts.partner.status !== 'exited') {
    return notNow('LAPSE_NOT_DUE', `The offer stands up to ${lapsesAt}.`, { awardId, lapsesAt });
  }
  const award = { ...standing, status: 'lapsed' } as const;
  const cause = due ? 'unanswered' : 'partner-exited';
  return accepted(AwardLapsed({ award, move: awardMove(state, standing, award), cause, dueAt: lapsesAt }));
}
