import type { RecordRepayment } from '#contexts/grants/commands/record-repayment';
import { awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import { returned } from '#contexts/grants/decide/awards/return-funds';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { FundsReturned } from '#contexts/grants/events/funds-returned';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Returns to the pool what the payouts ledger took in, to the cent: of the year that it came from, or to its lapse. How
 * much may come back was decided there, so it says no to nothing that can happen.
 */
export function recordRepayment(
  { awardId, repaidCents }: RecordRepayment,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof FundsReturned>> {
  const act = awardOf(awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'take money back of', ['report-accepted']);
  if (not !== undefined) return not;
  const { standing } = act.award;
  if (standing.owedBackCents < repaidCents) return notNow('NOTHING_OWED', `${awardId} owes less than that.`);
  return accepted(returned(state, standing, { returnedCents: repaidCents, how: 'repaid' }, []));
}
