import type { PoolEvent } from '#contexts/grants/decide/evolve/grants-event';
import { assertSound } from '#contexts/grants/decide/evolve/settle';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { PoolFunded } from '#contexts/grants/events/pool-funded';
import type { PoolLapsed } from '#contexts/grants/events/pool-lapsed';
import { assert, present } from '#kernel/assert/assert';
import { sum } from '#kernel/money/cents';

/** A year gets its money, or ends. */
export function poolEvolved(state: GrantsState, event: PoolEvent): GrantsState {
  return event.type === 'PoolFunded' ? funded(state, event) : lapsed(state, event);
}

function funded(state: GrantsState, { data, revision }: PoolFunded): GrantsState {
  const { pool, releases, lapsesFrom } = data;
  const { year } = pool;
  assert(!state.pools.has(year), 'a year is funded once', { year });
  assertSound(pool);
  assert(pool.availableCents === pool.fundedCents && !pool.lapsed, 'a new pool is all available', { year });
  assert(sum(releases) === pool.fundedCents, 'the quarters release what was funded', { year });
  state.pools.set(year, { standing: pool, releases, lapsesFrom, touched: revision });
  return state;
}

function lapsed(state: GrantsState, { data, revision }: PoolLapsed): GrantsState {
  const { year } = data.pool;
  const pool = present(state.pools.get(year), 'the pool that lapses');
  const before = pool.standing;
  assertSound(data.pool);
  assert(!before.lapsed && data.pool.lapsed, 'a year lapses once', { year });
  assert(
    data.lapsedCents === before.availableCents && data.pool.availableCents === 0,
    'what is available lapses, all of it',
    { year, lapsedCents: data.lapsedCents },
  );
  assert(
    data.pool.offeredCents === before.offeredCents && data.pool.awardedCents === before.awardedCents,
    'a lapse takes nothing that was offered or awarded',
    { year },
  );
  for (const round of state.rounds.values()) {
    const decided = !round.standing.quarter.startsWith(`${year}-`) || round.standing.status === 'allocated';
    assert(decided, 'a year does not lapse while a round is undecided', { quarter: round.standing.quarter });
  }
  pool.standing = data.pool;
  pool.touched = revision;
  return state;
}
