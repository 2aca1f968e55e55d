import type { Fund, PayableSource } from '#contexts/payouts/events/payable-created';
import type { DecisionId, PartnerId, PersonId, ReceivableId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { Cents } from '#kernel/money/cents';

/** What a partner owes the network, after an event. */
export interface ReceivableStanding {
  readonly receivableId: ReceivableId;
  /** Of the decision by which it is owed: the acceptance of an expense report. */
  readonly decisionId: DecisionId;
  readonly fund: Fund;
  readonly source: PayableSource;
  readonly partnerId: PartnerId;
  /** The year whose pool gets it back. */
  readonly programYear: number;
  readonly amountCents: Cents;
  readonly repaidCents: Cents;
  readonly openCents: Cents;
  /** Who asked for the money that is owed back: none of them records its return. */
  readonly submitted: readonly PersonId[];
}

/** The one receivable that a decision can have. */
export const receivableIdOf = (decisionId: DecisionId): ReceivableId => entityId('rcv', uuidOf(decisionId));
