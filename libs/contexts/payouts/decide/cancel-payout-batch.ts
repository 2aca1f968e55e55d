import type { CancelPayoutBatch } from '#contexts/payouts/commands/cancel-payout-batch';
import { named } from '#contexts/payouts/decide/batch-act';
import { unless } from '#contexts/payouts/decide/no';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Gives a batch up that has not left: one that nobody can approve would keep its payables for ever. */
export function cancelPayoutBatch(
  { batchId, reason }: CancelPayoutBatch,
  state: Readonly<PayoutsState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof PayoutBatchCancelled>> {
  const batch = state.batches.get(batchId);
  if (batch === undefined) return notFound;
  const not = unless(named(batch), 'cancel', ['prepared', 'approved']);
  if (not !== undefined) return not;
  const payableIds = [...batch.payments.keys()];
  const after = { ...batch.standing, status: 'cancelled' } as const;
  return accepted(PayoutBatchCancelled({ batch: after, payableIds, reason, cancelledBy: actingPeople(facts) }));
}
