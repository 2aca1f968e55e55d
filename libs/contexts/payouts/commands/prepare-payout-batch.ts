import type { Fund } from '#contexts/payouts/events/payable-created';
import type { PayableId } from '#kernel/ids/entity-id';
import { ChoiceField, IdsField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** As many payments as one batch takes: its events stay far below the size of an append. */
export const PAYMENTS_AT_MOST = 300;

/** Puts payables together to be paid: those that are named, or all that can be. */
export class PreparePayoutBatch extends Requested {
  @IdsField('pay', { optional: true, min: 1, max: PAYMENTS_AT_MOST })
  payableIds?: PayableId[];

  @ChoiceField(['incentives', 'grants'], { optional: true, description: 'Only money of this fund.' })
  fund?: Fund;
}
