import type { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { answersOf, unlessAnswered } from '#contexts/incentives/decide/answered-flags';
import { claimOf, clashOfDuties, ifContested, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { heldDuties } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import type { Answer } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Decides a verification: by somebody who did not submit, with every flag across partners answered. */
export function verifyClaim(
  command: VerifyClaim,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimVerified> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = ifContested(act) ?? unlessStanding(act, 'verify', ['claimed']);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'verify', heldDuties(act.claim));
  if (clash !== undefined) return refused(clash);
  const { standing } = act.claim;
  const answered = command.flagsAnswered ?? [];
  const open = unlessAnswered(standing, answered);
  if (open !== undefined) return open;
  return accepted(
    ClaimVerified({
      claim: { ...standing, status: 'verified' },
      verifiedBy: actingPeople(act.facts),
      ...(command.reason === undefined ? {} : { reason: command.reason }),
      flagsAnswered: answersOf(answered),
    }),
  );
}
