import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** Money of an award is back: repaid by the partner, or of a payable that was never paid. */
export interface FundsReturnedData {
  readonly award: AwardStanding;
  readonly move: AwardMove;
  readonly returnedCents: Cents;
  readonly how: 'repaid' | 'never-paid';
  readonly note?: string;
  readonly recordedBy: readonly PersonId[];
}

export const FundsReturned = eventType<'FundsReturned', FundsReturnedData>('FundsReturned', 1);
export type FundsReturned = EventOf<typeof FundsReturned>;
