import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { PayableDocument } from '#contexts/payouts/views/payables';
import { present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';

/** A document for each payable. */
export const payablesProjection: Projection<PayableDocument> = {
  view: { name: 'payables', version: 2 },
  types: [PayableCreated, HoldsChanged],
  keys(recorded) {
    const event = recorded as PayableCreated | HoldsChanged;
    return event.type === 'HoldsChanged' ? event.data.payableIds : [event.data.payableId];
  },
  fold(document, recorded) {
    const event = recorded as PayableCreated | HoldsChanged;
    const { recordedAt, revision } = event;
    const { holds } = event.data;
    const status = holds.length === 0 ? 'payable' : 'held';
    if (event.type === 'HoldsChanged') {
      return { ...present(document, 'the document of a payable'), holds, status, revision };
    }
    const { payableId, ...payable } = event.data;
    const claimId = payable.source.kind === 'claim' ? payable.source.claimId : null;
    return { id: payableId, ...payable, status, claimId, recordedAt, revision };
  },
};
