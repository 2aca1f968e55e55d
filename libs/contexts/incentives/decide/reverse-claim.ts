import type { ReverseClaim } from '#contexts/incentives/commands/reverse-claim';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import { actRefused, capMove, claimOf, clashOfDuties, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { reversedCentsOf } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, dollars, subtract, ZERO } from '#kernel/money/cents';

/**
 * Decides a reversal of what is left of an approval. It is recorded in the month in which it happens and credits the cap
 * year of the claim; what remains is nothing or still a whole incentive (domain.md section 3).
 */
export function reverseClaim(
  command: ReverseClaim,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimReversed> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = unlessStanding(act, 'reverse', ['approved']);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'reverse', { submitted: act.claim.duties.submitted });
  if (clash !== undefined) return refused(clash);
  const { standing, rivals } = act.claim;
  const standingCents = subtract(standing.approvedCents, reversedCentsOf(standing));
  const reversedCents = command.cents ?? standingCents;
  const out = outOfBounds(reversedCents, standingCents, act);
  if (out !== undefined) return refused(actRefused(act.claim, 'reverse', out));
  const isWhole = reversedCents === standingCents;
  return accepted(
    ClaimReversed({
      claim: {
        ...standing,
        status: isWhole ? 'reversed' : 'approved',
        reversedCents: add(reversedCentsOf(standing), reversedCents),
      },
      decisionId: entityId('dec', act.facts.commandId),
      reversedCents,
      cap: capMove(state, act, reversedCents, ZERO),
      rivals: isWhole && command.reason !== 'ineligible' ? rivals : [],
      reversedBy: actingPeople(facts),
      reason: command.reason,
      note: command.note,
      period: act.facts.programToday.slice(0, 7),
    }),
  );
}

function outOfBounds(reversedCents: Cents, standingCents: Cents, { facts }: ClaimAct): Refusal | undefined {
  const { minimumCents } = facts.rules.content;
  const figures = { reversedCents, standingCents };
  if (reversedCents === ZERO) {
    return { because: 'REVERSAL_EMPTY', detail: 'A reversal takes something back.', figures };
  }
  if (reversedCents > standingCents) {
    return {
      because: 'REVERSAL_ABOVE_APPROVED',
      detail: `${dollars(standingCents)} of the approval stand; ${dollars(reversedCents)} were to be reversed.`,
      figures,
      wouldPass: { cents: standingCents },
    };
  }
  const remainderCents = subtract(standingCents, reversedCents);
  if (remainderCents === ZERO || remainderCents >= minimumCents) return undefined;
  return {
    because: 'REVERSAL_REMAINDER',
    detail: `An incentive is at least ${dollars(minimumCents)}; ${dollars(remainderCents)} would remain.`,
    figures: { ...figures, remainderCents, minimumCents },
    wouldPass: { cents: nearest(reversedCents, standingCents, minimumCents) },
  };
}

/** Of all and of what leaves a whole incentive, the one that is nearer to what was asked for. */
function nearest(reversedCents: Cents, standingCents: Cents, minimumCents: Cents): Cents {
  if (standingCents <= minimumCents) return standingCents;
  const leaving = subtract(standingCents, minimumCents);
  const isLess = subtract(reversedCents, leaving) <= subtract(standingCents, reversedCents);
  return isLess ? leaving : standingCents;
}
