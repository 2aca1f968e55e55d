import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import { CreatePayable, DutiesHeld } from '#contexts/payouts/commands/create-payable';
import { HoldReversed } from '#contexts/payouts/commands/hold-reversed';
import type { Reaction } from '#kernel/decider/reaction';
import { receivedAt } from '#kernel/decider/received-at';

/**
 * An approved claim becomes payable, and one that is taken back is held: the door from incentives to payouts. One reaction
 * for both, for the second must never overtake the first.
 */
export const onClaimApproved: Reaction = {
  name: 'on-claim-approved',
  types: [ClaimApproved, ClaimReversed],
  react(recorded) {
    const event = recorded as ClaimApproved | ClaimReversed;
    if (event.type === 'ClaimApproved') return { name: 'CreatePayable', command: payableOf(event) };
    const { claimId } = event.data.claim;
    return { name: 'HoldReversed', command: Object.assign(new HoldReversed(), { claimId }) };
  },
};

function payableOf(event: ClaimApproved): CreatePayable {
  const { claim, decisionId, duties } = event.data;
  const { claimId, partnerId, programYear, outcomeType, outcomeDate, approvedCents } = claim;
  return Object.assign(new CreatePayable(), {
    decisionId,
    claimId,
    partnerId,
    programYear,
    outcomeType,
    outcomeDate,
    decidedAt: receivedAt(event),
    amountCents: approvedCents,
    duties: Object.assign(new DutiesHeld(), duties),
  });
}
