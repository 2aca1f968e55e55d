import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';

export interface EvidenceItem {
  readonly kind: string;
  readonly sha256: string;
}

/** A partner asked for the incentive of an outcome; headroom is reserved in the same event. */
export interface IncentiveClaimedData {
  readonly claim: ClaimStanding;
  readonly cap: CapMove;
  readonly submittedBy: readonly PersonId[];
  readonly outcome: OutcomeHold;
  readonly evidence: readonly EvidenceItem[];
  readonly units?: number;
  readonly courseCode?: string;
  readonly policyCode?: string;
  readonly note?: string;
  /** Claims of other partners that hold the same outcome: none of them can be approved until staff resolve it. */
  readonly contests: readonly ClaimId[];
}

export const IncentiveClaimed = eventType<'IncentiveClaimed', IncentiveClaimedData>('IncentiveClaimed', 1);
export type IncentiveClaimed = EventOf<typeof IncentiveClaimed>;
