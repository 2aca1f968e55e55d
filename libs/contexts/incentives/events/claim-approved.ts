import type { CapMove, ClaimFlag, ClaimStanding, Duties } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { DecisionId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** The network owes the partner this amount; a reaction makes it payable. */
export interface ClaimApprovedData {
  readonly claim: ClaimStanding;
  readonly decisionId: DecisionId;
  /** What was held for the claim until now; what of it is not approved is free again. */
  readonly releasedCents: Cents;
  readonly cap: CapMove;
  readonly duties: Duties;
  readonly reason?: string;
  /** The decision of an appeal that was upheld; absent for an ordinary approval. */
  readonly uponAppeal?: true;
  /** What an upheld appeal answered in place of a verification that there never was. */
  readonly flagsAnswered?: readonly { readonly flag: ClaimFlag; readonly reason: string }[];
}

export const ClaimApproved = eventType<'ClaimApproved', ClaimApprovedData>('ClaimApproved', 1);
export type ClaimApproved = EventOf<typeof ClaimApproved>;
