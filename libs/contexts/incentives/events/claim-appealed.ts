import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The partner contradicts a denial; headroom is taken anew, as a claim takes it. */
export interface ClaimAppealedData {
  readonly claim: ClaimStanding;
  readonly cap: CapMove;
  readonly appealedBy: readonly PersonId[];
  readonly grounds: string;
}

export const ClaimAppealed = eventType<'ClaimAppealed', ClaimAppealedData>('ClaimAppealed', 1);
export type ClaimAppealed = EventOf<typeof ClaimAppealed>;
