import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { Instant } from '#kernel/time/instant';

/** Nobody answered the offer in time, or the partner left; its money is free for the waitlist. */
export interface AwardLapsedData {
  readonly award: AwardStanding;
  readonly move: AwardMove;
  readonly cause: 'unanswered' | 'partner-exited';
  /** When the offer was due to lapse. */
  readonly dueAt: Instant;
}

export const AwardLapsed = eventType<'AwardLapsed', AwardLapsedData>('AwardLapsed', 1);
export type AwardLapsed = EventOf<typeof AwardLapsed>;
