import type { RepayPayable } from '#contexts/payouts/commands/repay-payable';
import { unless } from '#contexts/payouts/decide/no';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { PayableReopened } from '#contexts/payouts/events/payable-reopened';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Has what the bank returned paid again. The decision stands as it stood; the attempt is a new one. */
export function repayPayable(
  { payableId, reason }: RepayPayable,
  { payables }: Readonly<PayoutsState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof PayableReopened>> {
  const payable = payables.get(payableId);
  if (payable === undefined) return notFound;
  const not = unless({ id: payableId, status: payable.status }, 'pay again', ['returned']);
  if (not !== undefined) return not;
  const { standing, attempts } = payable;
  const { partnerId } = standing;
  return accepted(
    PayableReopened({ payableId, partnerId, attempt: attempts + 1, reason, reopenedBy: actingPeople(facts) }),
  );
}
