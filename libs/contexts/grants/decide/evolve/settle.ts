import { yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState } from '#contexts/grants/decide/state';
import { quarterKey, quarterUsed, yearKey, yearNet } from '#contexts/grants/decide/state';
import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import { assert, present } from '#kernel/assert/assert';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add } from '#kernel/money/cents';

/** Guarantee G6, at every event: funded = available + offered + awarded + lapsed, and none of them is overdrawn. */
export function assertSound(pool: PoolStanding): void {
  const { fundedCents, availableCents, offeredCents, awardedCents, lapsedCents, returnedCents } = pool;
  const parts = [availableCents, offeredCents, awardedCents, lapsedCents];
  assert(
    parts.reduce((whole, part) => add(whole, part)) === fundedCents,
    'funded = available + offered + awarded + lapsed',
    { ...pool },
  );
  assert(parts.every((part) => part >= 0) && returnedCents >= 0, 'no pool is overdrawn', { ...pool });
}

/** How an event moves a year: what it adds to offers, awards and the memo of returns. */
export interface PoolDelta {
  readonly offered: Cents;
  readonly awarded: Cents;
  readonly returned: Cents;
}

/**
 * Takes the pool to what an event says, if that is what follows: computed here from the awards' own figures, so that a
 * decision that moves the pool otherwise is never stored.
 */
export function settlePool(state: GrantsState, next: PoolStanding, delta: PoolDelta, revision: number): void {
  const pool = present(state.pools.get(next.year), 'the pool of an event');
  const before = pool.standing;
  assertSound(next);
  const follows =
    next.fundedCents === before.fundedCents &&
    next.release === before.release &&
    next.lapsed === before.lapsed &&
    next.offeredCents === add(before.offeredCents, delta.offered) &&
    next.awardedCents === add(before.awardedCents, delta.awarded) &&
    next.returnedCents === add(before.returnedCents, delta.returned) &&
    (before.lapsed ? next.availableCents === before.availableCents : next.lapsedCents === before.lapsedCents);
  assert(follows, 'the pool after an event is what the ledger says', { before, next, delta });
  pool.standing = next;
  pool.touched = revision;
}

/** Moves what a partner has used of a quarter's cap and has net of the year's grants. Money rule 2 of domain.md section 9. */
export function usePartner(
  state: GrantsState,
  { partnerId, quarter }: { readonly partnerId: PartnerId; readonly quarter: string },
  by: { readonly cap: Cents; readonly net: Cents },
): void {
  const used = add(quarterUsed(state, partnerId, quarter), by.cap);
  const { capPerPartnerCents } = present(state.rounds.get(quarter), 'the round of an award').standing;
  assert(by.cap <= 0 || used <= capPerPartnerCents, 'no partner-quarter grows above the frozen cap', {
    ...{ partnerId, quarter, used, capPerPartnerCents },
  });
  assert(used >= 0, 'a quarter is not used less than nothing', { partnerId, quarter, used });
  state.quarterUse.set(quarterKey(partnerId, quarter), used);
  const year = yearOf(quarter);
  state.yearNet.set(yearKey(partnerId, year), add(yearNet(state, partnerId, year), by.net));
}
