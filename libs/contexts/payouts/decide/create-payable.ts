import type { CreatePayable } from '#contexts/payouts/commands/create-payable';
import type { HoldFacts } from '#contexts/payouts/decide/review-holds';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payableIdOf } from '#contexts/payouts/decide/state';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Makes a decision payable. Total: it refuses nothing, a reason not to pay yet is a hold. A second
 * command for a decision (the same event under a reaction of another name) makes no second payable: it is told of the first.
 */
export function createPayable(
  { claimId, duties, ...command }: CreatePayable,
  { payables }: Readonly<PayoutsState>,
  { holds }: HoldFacts,
): Answer<NewEventOf<typeof PayableCreated>> {
  const { decisionId, partnerId, programYear, outcomeType, outcomeDate, decidedAt, amountCents } = command;
  const payableId = payableIdOf(decisionId);
  if (payables.has(payableId)) {
    return notNow('ALREADY_PAYABLE', `${decisionId} is payable as ${payableId}.`, { decisionId, payableId });
  }
  return accepted(
    PayableCreated({
      payableId,
      decisionId,
      fund: 'incentives',
      source: { kind: 'claim', claimId },
      partnerId,
      programYear,
      outcomeType,
      outcomeDate,
      decidedAt,
      amountCents,
      duties: { submitted: duties.submitted, verified: duties.verified, approved: duties.approved },
      holds,
    }),
  );
}
