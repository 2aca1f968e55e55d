import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** A quarter takes proposals; goals, borders, cap and policy are frozen with it. */
export interface RoundOpenedData {
  readonly round: RoundStanding;
  readonly openedBy: readonly PersonId[];
}

export const RoundOpened = eventType<'RoundOpened', RoundOpenedData>('RoundOpened', 1);
export type RoundOpened = EventOf<typeof RoundOpened>;
