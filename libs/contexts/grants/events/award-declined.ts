import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The partner does not want the grant; its money is free for the waitlist. */
export interface AwardDeclinedData {
  readonly award: AwardStanding;
  readonly move: AwardMove;
  readonly declinedBy: readonly PersonId[];
}

export const AwardDeclined = eventType<'AwardDeclined', AwardDeclinedData>('AwardDeclined', 1);
export type AwardDeclined = EventOf<typeof AwardDeclined>;
