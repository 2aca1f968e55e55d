import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PolicyPin } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

/** A program year has money for marketing grants (the brief: "$250,000 in annual funding"). */
export interface PoolFundedData {
  readonly pool: PoolStanding;
  /** What each quarter releases; under `annual` the first releases everything. */
  readonly releases: readonly [Cents, Cents, Cents, Cents];
  /** From then on what is left may lapse. */
  readonly lapsesFrom: Instant;
  readonly policy: PolicyPin;
  readonly fundedBy: readonly PersonId[];
}

export const PoolFunded = eventType<'PoolFunded', PoolFundedData>('PoolFunded', 1);
export type PoolFunded = EventOf<typeof PoolFunded>;
