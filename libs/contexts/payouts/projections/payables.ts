import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { PayableDocument } from '#contexts/payouts/views/payables';
import type { Projection } from '#kernel/decider/projection';

/** A document for each payable. */
export const payablesProjection: Projection<PayableDocument> = {
  view: { name: 'payables', version: 1 },
  types: [PayableCreated],
  keys: (event) => [(event as PayableCreated).data.payableId],
  fold(_document, event) {
    const { payableId, ...payable } = (event as PayableCreated).data;
    const { recordedAt, revision } = event;
    const claimId = payable.source.kind === 'claim' ? payable.source.claimId : null;
    const status = payable.holds.length === 0 ? 'payable' : 'held';
    return { id: payableId, ...payable, status, claimId, recordedAt, revision };
  },
};
