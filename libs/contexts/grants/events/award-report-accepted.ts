import type { AwardMove, AwardStanding, GrantDuties } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { DecisionId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** The expense report is in order. A reimbursement is due now; unspent money of an advance is to be given back. */
export interface AwardReportAcceptedData {
  readonly award: AwardStanding;
  readonly decisionId: DecisionId;
  readonly move: AwardMove;
  /** What becomes payable by this event; 0 for an advance. */
  readonly dueCents: Cents;
  readonly roundDate: PlainDate;
  readonly duties: GrantDuties;
  readonly acceptedBy: readonly PersonId[];
  readonly note?: string;
}

export const AwardReportAccepted = eventType<'AwardReportAccepted', AwardReportAcceptedData>('AwardReportAccepted', 1);
export type AwardReportAccepted = EventOf<typeof AwardReportAccepted>;
