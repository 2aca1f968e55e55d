import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payableIdOf } from '#contexts/payouts/decide/state';
import type { PayableCreated } from '#contexts/payouts/events/payable-created';
import { assert } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: PayoutsState, recorded: RecordedEvent): PayoutsState {
  const { type, data, revision } = recorded as PayableCreated;
  assert((type as string) === 'PayableCreated', 'a payouts event', { type });
  const { payableId, decisionId, amountCents, duties } = data;
  assert(payableId === payableIdOf(decisionId), 'a payable is named after its decision', { payableId, decisionId });
  assert(!state.payables.has(payableId), 'one decision yields one payable', { payableId });
  assert(amountCents > 0, 'money that is owed', { payableId, amountCents });
  const holders = [...duties.submitted, ...duties.verified, ...duties.approved];
  assert(new Set(holders).size === holders.length, 'nobody holds two duties on one money', { payableId });
  state.payables.set(payableId, { standing: data, touched: revision });
  return state;
}
