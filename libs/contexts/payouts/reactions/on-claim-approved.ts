import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { CreatePayable, DutiesHeld } from '#contexts/payouts/commands/create-payable';
import type { Reaction } from '#kernel/decider/reaction';
import { receivedAt } from '#kernel/decider/received-at';

/** An approved claim becomes payable: the door from incentives to payouts. */
export const onClaimApproved: Reaction = {
  name: 'on-claim-approved',
  types: [ClaimApproved],
  react: (event) => ({ name: 'CreatePayable', command: payableOf(event as ClaimApproved) }),
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
