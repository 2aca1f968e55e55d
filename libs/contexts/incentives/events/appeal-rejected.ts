import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ClaimId, DecisionId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** An appeal is turned down for good; headroom and outcome are free again. */
export interface AppealRejectedData {
  readonly claim: ClaimStanding;
  readonly decisionId: DecisionId;
  /** What was held for the appeal and is free again. */
  readonly releasedCents: Cents;
  readonly cap: CapMove;
  /** Claims on the same outcome that this one no longer stands against. */
  readonly rivals: readonly ClaimId[];
  readonly decidedBy: readonly PersonId[];
  readonly reason: string;
}

export const AppealRejected = eventType<'AppealRejected', AppealRejectedData>('AppealRejected', 1);
export type AppealRejected = EventOf<typeof AppealRejected>;
