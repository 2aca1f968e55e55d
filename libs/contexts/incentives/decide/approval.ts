import type { FlagAnswer } from '#contexts/incentives/decide/answered-flags';
import { amountOf } from '#contexts/incentives/decide/approved-amount';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import { actRefused, capMove } from '#contexts/incentives/decide/claim-act';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { Answer } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { ZERO } from '#kernel/money/cents';

/** What an approval adds to the money: why, and whether an appeal led to it. */
export interface ApprovalWords {
  readonly reason?: string;
  readonly uponAppeal?: true;
  readonly flagsAnswered?: readonly FlagAnswer[];
}

/**
 * The approval of a claim that may be approved, at once or upon appeal: the one event that a payable follows from.
 * Refused when the amount lies outside the bounds or beyond what the cap leaves.
 */
export function approval(
  { asked, as }: { readonly asked: Cents | undefined; readonly as: ClaimActRefused['data']['act'] },
  act: ClaimAct,
  state: Readonly<IncentivesState>,
  words: ApprovalWords,
): Answer<NewEventOf<typeof ClaimApproved> | NewEventOf<typeof ClaimActRefused>> {
  const { standing, duties } = act.claim;
  const { approvedCents, out } = amountOf(asked, act, state);
  if (out !== undefined) return refused(actRefused(act.claim, as, out));
  return accepted(
    ClaimApproved({
      claim: { ...standing, status: 'approved', reservedCents: ZERO, approvedCents },
      decisionId: entityId('dec', act.facts.commandId),
      releasedCents: standing.reservedCents,
      cap: capMove(state, act, standing.reservedCents, approvedCents),
      duties: { ...duties, approved: actingPeople(act.facts) },
      ...words,
    }),
  );
}
