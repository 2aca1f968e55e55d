import type { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { approval } from '#contexts/incentives/decide/approval';
import { claimOf, clashOfDuties, ifContested, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { heldDuties } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { Answer } from '#kernel/decider/answer';
import { refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Decides an approval. Without an amount: min(catalogue, this claim's reservation + headroom now). What was reserved may
 * be approved even when the cap was lowered below it since (examples.md E3).
 */
export function approveClaim(
  command: ApproveClaim,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimApproved> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = ifContested(act) ?? unlessStanding(act, 'approve', ['verified']);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'approve', heldDuties(act.claim));
  if (clash !== undefined) return refused(clash);
  const words = command.reason === undefined ? {} : { reason: command.reason };
  return approval({ asked: command.approvedCents, as: 'approve' }, act, state, words);
}
