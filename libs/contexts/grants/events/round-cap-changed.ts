import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** The frozen cap of a round that still takes proposals was changed; whoever has handed one in is told. */
export interface RoundCapChangedData {
  readonly round: RoundStanding;
  readonly fromCents: Cents;
  readonly reason: string;
  readonly notified: readonly PartnerId[];
  readonly changedBy: readonly PersonId[];
}

export const RoundCapChanged = eventType<'RoundCapChanged', RoundCapChangedData>('RoundCapChanged', 1);
export type RoundCapChanged = EventOf<typeof RoundCapChanged>;
