import type { RoundEvent } from '#contexts/grants/decide/evolve/grants-event';
import type { GrantsState, Round } from '#contexts/grants/decide/state';
import type { RoundOpened } from '#contexts/grants/events/round-opened';
import { assert, present } from '#kernel/assert/assert';

/** A round up to its closing; its decision is an event of the allocation. */
export function roundEvolved(state: GrantsState, event: RoundEvent): GrantsState {
  if (event.type === 'RoundOpened') return opened(state, event);
  const next = event.data.round;
  const round = openRound(state, next.quarter);
  const before = round.standing;
  const closes = event.type === 'RoundClosed';
  assert(next.status === (closes ? 'closed' : 'open'), 'a round goes from open to closed', { quarter: next.quarter });
  assert(
    next.capPerPartnerCents === before.capPerPartnerCents || event.type === 'RoundCapChanged',
    'a frozen cap changes only by its own event',
    { quarter: next.quarter },
  );
  assert(
    next.closesAt === before.closesAt || (event.type === 'RoundExtended' && next.closesAt > before.closesAt),
    'a deadline is only put off',
    { quarter: next.quarter },
  );
  round.standing = next;
  round.touched = event.revision;
  return state;
}

function opened(state: GrantsState, { data: { round }, revision }: RoundOpened): GrantsState {
  const { quarter } = round;
  assert(!state.rounds.has(quarter), 'a quarter has one round', { quarter });
  assert(round.status === 'open' && round.opensAt < round.closesAt, 'a new round is open for a time', { quarter });
  state.rounds.set(quarter, { standing: round, allocation: null, touched: revision });
  return state;
}

function openRound(state: GrantsState, quarter: string): Round {
  const round = present(state.rounds.get(quarter), 'the round of an event');
  assert(round.standing.status === 'open', 'only an open round is changed', { quarter });
  return round;
}
