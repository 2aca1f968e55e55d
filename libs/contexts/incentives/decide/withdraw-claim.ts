import type { WithdrawClaim } from '#contexts/incentives/commands/withdraw-claim';
import { capMove, claimOf, unlessOwnStaff, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { UNDECIDED } from '#contexts/incentives/decide/state';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { ZERO } from '#kernel/money/cents';

/** Decides a withdrawal: by the partner's own staff, before the claim is decided. */
export function withdrawClaim(
  command: WithdrawClaim,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimWithdrawn>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = unlessOwnStaff(act) ?? unlessStanding(act, 'withdraw', UNDECIDED);
  if (no !== undefined) return no;
  const { standing } = act.claim;
  return accepted(
    ClaimWithdrawn({
      claim: { ...standing, status: 'withdrawn', reservedCents: ZERO },
      releasedCents: standing.reservedCents,
      cap: capMove(state, act, standing.reservedCents, ZERO),
      rivals: act.claim.rivals,
      withdrawnBy: actingPeople(facts),
    }),
  );
}
