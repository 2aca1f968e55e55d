import type { AwardMove, AwardStanding, GrantDuties } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { DecisionId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** The partner takes the offer, or less of it; paid in advance, it is due now, and a reaction makes it payable. */
export interface AwardAcceptedData {
  readonly award: AwardStanding;
  readonly decisionId: DecisionId;
  readonly move: AwardMove;
  /** What becomes payable by this event; 0 under reimbursement. */
  readonly dueCents: Cents;
  /** The day of the round's decision, in the program's zone: the first of a payout's four dates. */
  readonly roundDate: PlainDate;
  readonly duties: GrantDuties;
  readonly acceptedBy: readonly PersonId[];
}

export const AwardAccepted = eventType<'AwardAccepted', AwardAcceptedData>('AwardAccepted', 1);
export type AwardAccepted = EventOf<typeof AwardAccepted>;
