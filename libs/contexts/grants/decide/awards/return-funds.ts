import type { ReturnFunds } from '#contexts/grants/commands/return-funds';
import { aboutAward, awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashOfDuties, refusal } from '#contexts/grants/decide/no';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { add, dollars, subtract } from '#kernel/money/cents';

/**
 * Records money that came back: up to what is owed back. Once the report is accepted, that is a receivable of the payouts
 * ledger and comes back there (`recordRepayment`): one debt has one door. Money that was paid out keeps the partner's quarter used; of a
 * payable that was cancelled before payment the quarter's headroom comes back as well (domain.md section 4).
 */
export function returnFunds(
  command: ReturnFunds,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof FundsReturned> | NewEventOf<typeof GrantActRefused>> {
  const act = awardOf(command.awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'return money of', ['accepted', 'reported', 'reversed']);
  if (not !== undefined) return not;
  const { award, facts } = act;
  const { standing } = award;
  if (standing.owedBackCents === 0) return notNow('NOTHING_OWED', `${standing.awardId} owes nothing.`);
  const people = actingPeople(facts);
  const no = clashOfDuties(people, facts, award.submitted, 'ReturnFunds') ?? outOfBounds(command, standing);
  if (no !== undefined) return actRefused(aboutAward(act, 'ReturnFunds'), no);
  return accepted(returned(state, standing, command, people));
}

/** The return of money, and what it moves. */
export function returned(
  state: Readonly<GrantsState>,
  standing: AwardStanding,
  { returnedCents, how, note }: Pick<ReturnFunds, 'returnedCents' | 'how' | 'note'>,
  recordedBy: readonly PersonId[],
): NewEventOf<typeof FundsReturned> {
  const after: AwardStanding = {
    ...standing,
    netCents: subtract(standing.netCents, returnedCents),
    owedBackCents: subtract(standing.owedBackCents, returnedCents),
    repaidCents: how === 'repaid' ? add(standing.repaidCents, returnedCents) : standing.repaidCents,
  };
  const move = awardMove(state, standing, after);
  const words = note === undefined ? {} : { note };
  return FundsReturned({ award: after, move, returnedCents, how, ...words, recordedBy });
}

function outOfBounds({ returnedCents }: ReturnFunds, { owedBackCents }: AwardStanding): Refusal | undefined {
  if (returnedCents > 0 && returnedCents <= owedBackCents) return undefined;
  const detail = `${dollars(owedBackCents)} is owed back; ${dollars(returnedCents)} was to be recorded.`;
  return refusal('ABOVE_OWED', detail, { returnedCents, owedBackCents }, { returnedCents: owedBackCents });
}
