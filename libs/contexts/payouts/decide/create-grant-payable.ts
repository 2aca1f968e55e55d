import type { CreateGrantPayable } from '#contexts/payouts/commands/create-grant-payable';
import type { HoldFacts } from '#contexts/payouts/decide/review-holds';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payableIdOf } from '#contexts/payouts/decide/state';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/** Makes an award payable, as `createPayable` does a claim: it refuses nothing, a reason not to pay yet is a hold. */
export function createGrantPayable(
  { awardId, quarter, roundDate, duties, ...command }: CreateGrantPayable,
  { payables }: Readonly<PayoutsState>,
  { holds }: HoldFacts,
): Answer<NewEventOf<typeof PayableCreated>> {
  const { decisionId, partnerId, programYear, decidedAt, amountCents } = command;
  const payableId = payableIdOf(decisionId);
  if (payables.has(payableId)) {
    return notNow('ALREADY_PAYABLE', `${decisionId} is payable as ${payableId}.`, { decisionId, payableId });
  }
  return accepted(
    PayableCreated({
      payableId,
      decisionId,
      fund: 'grants',
      source: { kind: 'award', awardId, quarter },
      partnerId,
      programYear,
      outcomeType: 'marketing-grant',
      outcomeDate: roundDate,
      decidedAt,
      amountCents,
      duties: { submitted: duties.submitted, verified: duties.verified, approved: duties.approved },
      holds,
    }),
  );
}
