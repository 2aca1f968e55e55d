import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** Staff cannot judge the claim yet and asks the partner; unanswered, the claim is denied by policy. */
export interface InformationRequestedData {
  readonly claim: ClaimStanding;
  readonly question: string;
  readonly requestedBy: readonly PersonId[];
  /** Exclusive: the due time that the deadline process reads (local midnight after the policy's last day). */
  readonly answerBy: Instant;
}

export const InformationRequested = eventType<'InformationRequested', InformationRequestedData>(
  'InformationRequested',
  1,
);
export type InformationRequested = EventOf<typeof InformationRequested>;
