import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

/** Figures that exclude each other: committed is accepted and not yet payable, payable is not yet settled by the bank. */
export interface PoolFigures {
  readonly offeredCents: Cents;
  readonly committedCents: Cents;
  readonly payableCents: Cents;
  readonly paidCents: Cents;
  /** A memo: what came back. It is available again, or lapsed, and part of no other figure here. */
  readonly returnedCents: Cents;
}

/** A quarter of the year: its budget, and what was given by its round. */
export interface PoolQuarter extends PoolFigures {
  readonly quarter: string;
  readonly budgetCents: Cents;
}

/** A program year's money. funded = available + offered + committed + payable + paid + lapsed. Key: the year, as `2026`. */
export interface PoolDocument extends PoolFigures {
  readonly year: number;
  readonly release: 'quarterly' | 'annual';
  readonly fundedCents: Cents;
  readonly availableCents: Cents;
  readonly lapsedCents: Cents;
  readonly lapsed: boolean;
  readonly lapsesFrom: Instant;
  readonly quarters: readonly PoolQuarter[];
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

export const poolsView: View<PoolDocument> = {
  name: 'grant-pools',
  version: 2,
  partnerOf: () => null,
  fields: { year: 'integer' },
  totals: [],
};
