import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import { capPart, netPart, offeredPart } from '#contexts/grants/events/award-standing';
import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import { ordinalOf, yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState, Pool } from '#contexts/grants/decide/state';
import { quarterKey, quarterUsed } from '#contexts/grants/decide/state';
import { present } from '#kernel/assert/assert';
import type { Cents } from '#kernel/money/cents';
import { add, lesser, subtract, sum, ZERO } from '#kernel/money/cents';

/** What a year has given or offered: the money that is no longer there for others. */
export const usedCents = ({ offeredCents, awardedCents }: PoolStanding): Cents => add(offeredCents, awardedCents);

/** What the quarters up to and including the `nth` release. */
export const releasedCents = ({ releases }: Pool, nth: number): Cents => sum(releases.slice(0, nth));

/**
 * What a round may give at this moment: the budgets released up to its quarter less what is offered or awarded, and never
 * more than the year still has (after a lapse it has nothing).
 */
export function leftFor(pool: Pool, quarter: string): Cents {
  const left = subtract(releasedCents(pool, ordinalOf(quarter)), usedCents(pool.standing));
  return lesser(left < 0 ? ZERO : left, pool.standing.availableCents);
}

/** What usage is measured against: the budgets of the year's earlier quarters; under `annual`, everything funded. */
export function capBase(pool: Pool, quarter: string): Cents {
  return pool.standing.release === 'annual' ? pool.standing.fundedCents : releasedCents(pool, ordinalOf(quarter) - 1);
}

/** Four parts that add up to the whole; cents that do not divide go to the earliest quarters. */
export function releasesOf(
  release: PoolStanding['release'],
  fundedCents: Cents,
): readonly [Cents, Cents, Cents, Cents] {
  if (release === 'annual') return [fundedCents, ZERO, ZERO, ZERO];
  const extra = fundedCents % 4;
  const quarter = (fundedCents - extra) / 4;
  const part = (nth: number): Cents => (quarter + (nth <= extra ? 1 : 0)) as Cents;
  return [part(1), part(2), part(3), part(4)];
}

/** The pool when new offers of `offered` are made. */
export function offering(pool: PoolStanding, offered: Cents): PoolStanding {
  return {
    ...pool,
    availableCents: subtract(pool.availableCents, offered),
    offeredCents: add(pool.offeredCents, offered),
  };
}

/** What an award's change moves: what comes free goes to the year, or, once the year has lapsed, is lapsed too. */
export function awardMove(state: Readonly<GrantsState>, before: AwardStanding, after: AwardStanding): AwardMove {
  const { quarter, partnerId } = before;
  const pool = present(state.pools.get(yearOf(quarter)), 'the pool of an award').standing;
  const freedCents = subtract(netPart(before), netPart(after));
  const returned = subtract(after.repaidCents, before.repaidCents);
  const usedBeforeCents = quarterUsed(state, partnerId, quarter);
  return {
    pool: {
      ...pool,
      offeredCents: add(pool.offeredCents, subtract(offeredPart(after), offeredPart(before))),
      awardedCents: add(pool.awardedCents, subtract(after.netCents, before.netCents)),
      availableCents: pool.lapsed ? pool.availableCents : add(pool.availableCents, freedCents),
      lapsedCents: pool.lapsed ? add(pool.lapsedCents, freedCents) : pool.lapsedCents,
      returnedCents: add(pool.returnedCents, returned),
    },
    cap: {
      capCents: present(state.rounds.get(quarter), 'the round of an award').standing.capPerPartnerCents,
      usedBeforeCents,
      usedAfterCents: add(usedBeforeCents, subtract(capPart(after), capPart(before))),
    },
    freedCents,
  };
}

/** The ledger's money as the next move of the same decision finds it; the ledger itself stays as it is. */
export function afterMove(
  state: Readonly<GrantsState>,
  { partnerId, quarter }: AwardStanding,
  { pool, cap }: AwardMove,
): Readonly<GrantsState> {
  const known = present(state.pools.get(pool.year), 'the pool of a move');
  const pools = new Map(state.pools).set(pool.year, { ...known, standing: pool });
  const quarterUse = new Map(state.quarterUse).set(quarterKey(partnerId, quarter), cap.usedAfterCents);
  return { ...state, pools, quarterUse };
}
