import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** The year is over: what nobody was offered is gone, and so is from now on what comes free of it. */
export interface PoolLapsedData {
  readonly pool: PoolStanding;
  readonly lapsedCents: Cents;
  readonly lapsedBy: readonly PersonId[];
}

export const PoolLapsed = eventType<'PoolLapsed', PoolLapsedData>('PoolLapsed', 1);
export type PoolLapsed = EventOf<typeof PoolLapsed>;
