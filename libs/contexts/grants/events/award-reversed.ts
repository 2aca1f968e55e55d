import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The network takes a decision to fund back. What is payable or paid is owed until it is returned. */
export interface AwardReversedData {
  readonly award: AwardStanding;
  readonly move: AwardMove;
  readonly reason: 'error' | 'duplicate' | 'ineligible';
  readonly note: string;
  readonly reversedBy: readonly PersonId[];
}

export const AwardReversed = eventType<'AwardReversed', AwardReversedData>('AwardReversed', 1);
export type AwardReversed = EventOf<typeof AwardReversed>;
