import type { LapseAward } from '#contexts/grants/commands/lapse-award';
import { awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AwardLapsedData } from '#contexts/grants/events/award-lapsed';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { PartnerStanding } from '#contexts/grants/facts/partner-standing';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Decides a lapse, when it is due (examples.md E10), or when the partner has left. It never refuses: a schedule may send
 * it whenever it likes, and of a lapse and an acceptance that race the ledger lets one through.
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
  const { dueAt } = endOf(standing, act.facts.partner);
  if (act.facts.at < dueAt) {
    return notNow('LAPSE_NOT_DUE', `The offer stands up to ${dueAt}.`, { awardId, lapsesAt: dueAt });
  }
  return accepted(lapsed(state, standing, act.facts.partner));
}

/** The event by which an open offer ends and its money comes free. */
export function lapsed(
  state: Readonly<GrantsState>,
  offer: AwardStanding,
  partner: Readonly<PartnerStanding>,
): NewEventOf<typeof AwardLapsed> {
  const award = { ...offer, status: 'lapsed' } as const;
  return AwardLapsed({ award, move: awardMove(state, offer, award), ...endOf(offer, partner) });
}

/** When an open offer ends if nobody answers it, and by what: day 30 or the partner's exit, whichever comes first. */
function endOf(
  { lapsesAt }: AwardStanding,
  { leavesAt }: Readonly<PartnerStanding>,
): Pick<AwardLapsedData, 'cause' | 'dueAt'> {
  return leavesAt !== null && leavesAt < lapsesAt
    ? { cause: 'partner-exited', dueAt: leavesAt }
    : { cause: 'unanswered', dueAt: lapsesAt };
}
