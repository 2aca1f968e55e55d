import type { CloseAward } from '#contexts/grants/commands/close-award';
import { awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import type { GrantsState } from '#contexts/grants/decide/state';
import { AwardClosed } from '#contexts/grants/events/award-closed';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { dollars } from '#kernel/money/cents';

/** Closes an award: its report is accepted and unspent money is back. */
export function closeAward(
  { awardId }: CloseAward,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof AwardClosed>> {
  const act = awardOf(awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'close', ['report-accepted']);
  if (not !== undefined) return not;
  const { standing } = act.award;
  const { owedBackCents } = standing;
  if (owedBackCents > 0) {
    return notNow('MONEY_OWED', `${dollars(owedBackCents)} is still owed back.`, { awardId, owedBackCents });
  }
  return accepted(AwardClosed({ award: { ...standing, status: 'closed' }, closedBy: actingPeople(act.facts) }));
}
