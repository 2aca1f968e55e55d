import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { EvidenceItem } from '#contexts/incentives/events/incentive-claimed';
import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** The partner answered or changed its claim. Facts and evidence stand here whole, as a further version; none is lost. */
export interface ClaimResubmittedData {
  readonly claim: ClaimStanding;
  /** 2 for the first resubmission; the claim itself is version 1. */
  readonly factsVersion: number;
  /** Whether units, date, code or evidence changed: that voids a verification and weighs the claim again. */
  readonly material: boolean;
  readonly answer?: string;
  readonly resubmittedBy: readonly PersonId[];
  readonly outcome: OutcomeHold;
  readonly evidence: readonly EvidenceItem[];
  readonly units?: number;
  readonly courseCode?: string;
  readonly policyCode?: string;
  /** What was held until now. */
  readonly releasedCents: Cents;
  /** Of the claim's program year after the event. */
  readonly cap: CapMove;
  /** When the new date lies in another program year: the one that the reservation left. */
  readonly left?: { readonly programYear: number; readonly cap: CapMove };
  /** Claims on its former outcome that it no longer stands against. */
  readonly rivals: readonly ClaimId[];
  /** Claims of other partners that hold its new outcome. */
  readonly contests: readonly ClaimId[];
}

export const ClaimResubmitted = eventType<'ClaimResubmitted', ClaimResubmittedData>('ClaimResubmitted', 1);
export type ClaimResubmitted = EventOf<typeof ClaimResubmitted>;
