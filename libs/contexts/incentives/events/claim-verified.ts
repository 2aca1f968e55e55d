import type { ClaimFlag, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

export interface FlagAnswer {
  readonly flag: ClaimFlag;
  readonly reason: string;
}

/** Somebody other than the submitter looked at the evidence and found the outcome to be as claimed. */
export interface ClaimVerifiedData {
  readonly claim: ClaimStanding;
  readonly verifiedBy: readonly PersonId[];
  readonly reason?: string;
  readonly flagsAnswered: readonly FlagAnswer[];
}

export const ClaimVerified = eventType<'ClaimVerified', ClaimVerifiedData>('ClaimVerified', 1);
export type ClaimVerified = EventOf<typeof ClaimVerified>;
