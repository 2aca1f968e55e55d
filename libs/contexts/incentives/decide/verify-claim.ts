import type { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { claimOf, clashOfDuties, ifContested, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { heldDuties } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow, refused } from '#kernel/decider/answer';
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
  const strange = answered.find(({ flag }) => !standing.flags.includes(flag));
  if (strange !== undefined)
    return notNow('FLAG_UNKNOWN', `The claim does not carry the flag ${strange.flag}.`, { flag: strange.flag });
  const open = standing.flags.find(
    (flag) => flag === 'EVIDENCE_REUSED_ACROSS_PARTNERS' && !answered.some((a) => a.flag === flag),
  );
  if (open !== undefined) {
    return notNow('FLAG_UNANSWERED', `${open} must be answered with a reason before the claim can be verified.`, {
      flag: open,
    });
  }
  return accepted(
    ClaimVerified({
      claim: { ...standing, status: 'verified' },
      verifiedBy: actingPeople(act.facts),
      ...(command.reason === undefined ? {} : { reason: command.reason }),
      flagsAnswered: answered.map(({ flag, reason }) => ({ flag, reason })),
    }),
  );
}
