import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { Instant } from '#kernel/time/instant';

/** No appeal came in time: the denial is final, and the outcome is free again. */
export interface AppealWindowClosedData {
  readonly claim: ClaimStanding;
  /** Since when none could come: what the denial said. */
  readonly appealableUntil: Instant;
}

export const AppealWindowClosed = eventType<'AppealWindowClosed', AppealWindowClosedData>('AppealWindowClosed', 1);
export type AppealWindowClosed = EventOf<typeof AppealWindowClosed>;
