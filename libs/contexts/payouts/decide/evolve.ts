import type { PayoutsState } from '#contexts/payouts/decide/state';
import { payableIdOf } from '#contexts/payouts/decide/state';
import type { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import type { PayableCreated } from '#contexts/payouts/events/payable-created';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: PayoutsState, recorded: RecordedEvent): PayoutsState {
  const event = recorded as PayableCreated | HoldsChanged;
  switch (event.type) {
    case 'PayableCreated':
      return created(state, event);
    case 'HoldsChanged':
      return held(state, event);
    default:
      return impossible(event, 'a payouts event');
  }
}

function created(state: PayoutsState, { data, revision }: PayableCreated): PayoutsState {
  const { payableId, decisionId, amountCents, duties } = data;
  assert(payableId === payableIdOf(decisionId), 'a payable is named after its decision', { payableId, decisionId });
  assert(!state.payables.has(payableId), 'one decision yields one payable', { payableId });
  assert(amountCents > 0, 'money that is owed', { payableId, amountCents });
  const holders = [...duties.submitted, ...duties.verified, ...duties.approved];
  assert(new Set(holders).size === holders.length, 'nobody holds two duties on one money', { payableId });
  state.payables.set(payableId, { standing: data, holds: data.holds, touched: revision });
  return state;
}

function held(state: PayoutsState, { data, revision }: HoldsChanged): PayoutsState {
  for (const payableId of data.payableIds) {
    const payable = present(state.payables.get(payableId), 'the payable of an event');
    assert(payable.standing.partnerId === data.partnerId, 'a partner’s payables', { payableId });
    payable.holds = data.holds;
    payable.touched = revision;
  }
  return state;
}
