import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** The deadline of a round was put off before it passed. */
export interface RoundExtendedData {
  readonly round: RoundStanding;
  readonly fromClosesAt: Instant;
  readonly reason: string;
  readonly extendedBy: readonly PersonId[];
}

export const RoundExtended = eventType<'RoundExtended', RoundExtendedData>('RoundExtended', 1);
export type RoundExtended = EventOf<typeof RoundExtended>;
