import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** Report accepted, nothing owed: the award is done. */
export interface AwardClosedData {
  readonly award: AwardStanding;
  readonly closedBy: readonly PersonId[];
}

export const AwardClosed = eventType<'AwardClosed', AwardClosedData>('AwardClosed', 1);
export type AwardClosed = EventOf<typeof AwardClosed>;
