import type { PayableHold } from '#contexts/payouts/events/payable-created';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PayableId } from '#kernel/ids/entity-id';

/** From now on exactly these reasons keep these payables of a partner from being paid; none: they may be paid. */
export interface HoldsChangedData {
  readonly partnerId: PartnerId;
  readonly payableIds: readonly PayableId[];
  readonly holds: readonly PayableHold[];
}

export const HoldsChanged = eventType<'HoldsChanged', HoldsChangedData>('HoldsChanged', 1);
export type HoldsChanged = EventOf<typeof HoldsChanged>;
