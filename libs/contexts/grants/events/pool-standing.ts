import type { Release } from '#contexts/grants/policy/grants-policy';
import type { Cents } from '#kernel/money/cents';

/**
 * A year's money after an event: funded = available + offered + awarded + lapsed, at every event. `awarded` is net of what
 * was given back; `returned` is a memo beside the sum and no term of it.
 */
export interface PoolStanding {
  readonly year: number;
  readonly fundedCents: Cents;
  readonly availableCents: Cents;
  readonly offeredCents: Cents;
  readonly awardedCents: Cents;
  readonly lapsedCents: Cents;
  readonly returnedCents: Cents;
  readonly release: Release;
  /** The year's end is settled: what comes free from now on lapses at once. */
  readonly lapsed: boolean;
}
