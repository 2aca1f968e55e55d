import type { PayableCreatedData, PayableHold } from '#contexts/payouts/events/payable-created';
import type { DecisionId, PayableId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';

export interface Payable {
  readonly standing: PayableCreatedData;
  /** Why it may not be paid now. */
  holds: readonly PayableHold[];
  /** Revision of the last event that touched it. */
  touched: number;
}

/** The ledger `payouts-1`, folded. */
export interface PayoutsState {
  readonly payables: Map<PayableId, Payable>;
}

export const initialPayouts = (): PayoutsState => ({ payables: new Map() });

/** The one payable that a decision can have. */
export const payableIdOf = (decisionId: DecisionId): PayableId => entityId('pay', uuidOf(decisionId));
