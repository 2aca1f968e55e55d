import type { LapsePool } from '#contexts/grants/commands/lapse-pool';
import { actRefused, refusal } from '#contexts/grants/decide/no';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { PoolLapsed } from '#contexts/grants/events/pool-lapsed';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { add, ZERO } from '#kernel/money/cents';

/** Decides a year's end (examples.md E6): what is available lapses, once every round of the year is decided. */
export function lapsePool(
  command: LapsePool,
  state: Readonly<GrantsState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof PoolLapsed> | NewEventOf<typeof GrantActRefused>> {
  const year = Number(command.year);
  const pool = state.pools.get(year);
  if (pool === undefined) return notFound;
  const { standing, lapsesFrom } = pool;
  if (standing.lapsed) return notNow('POOL_LAPSED', `The program year ${year} has lapsed already.`, { year });
  if (facts.at < lapsesFrom) {
    return notNow('LAPSE_NOT_DUE', `The money of ${year} may lapse from ${lapsesFrom} on.`, { year, lapsesFrom });
  }
  const open = [...state.rounds.values()].find(
    (round) => yearOf(round.standing.quarter) === year && round.standing.status !== 'allocated',
  );
  if (open !== undefined) {
    const { quarter } = open.standing;
    const no = refusal('ROUND_UNDECIDED', `The round of ${quarter} must be decided before ${year} lapses.`, {
      quarter,
    });
    return actRefused({ act: 'LapsePool', about: String(year), partnerId: null }, no);
  }
  const lapsedCents = standing.availableCents;
  return accepted(
    PoolLapsed({
      pool: {
        ...standing,
        availableCents: ZERO,
        lapsedCents: add(standing.lapsedCents, lapsedCents),
        lapsed: true,
      },
      lapsedCents,
      lapsedBy: actingPeople(facts),
    }),
  );
}
