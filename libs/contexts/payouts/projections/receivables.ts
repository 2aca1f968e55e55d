import { ReceivableCreated } from '#contexts/payouts/events/receivable-created';
import { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import type { ReceivableDocument } from '#contexts/payouts/views/receivables';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

/** A document for each receivable. */
export const receivablesProjection: Projection<ReceivableDocument> = {
  view: { name: 'receivables', version: 1 },
  types: [ReceivableCreated, ReceivableRepaid],
  keys: (event) => [(event as ReceivableCreated | ReceivableRepaid).data.receivable.receivableId],
  fold(document, recorded) {
    const event = recorded as ReceivableCreated | ReceivableRepaid;
    const { receivableId, submitted: _submitted, ...standing } = event.data.receivable;
    const { createdAt, repayments } = document ?? { createdAt: receivedAt(event), repayments: [] };
    return {
      ...{ id: receivableId, status: standing.openCents === 0 ? 'repaid' : 'open', ...standing, createdAt },
      repayments: event.type === 'ReceivableCreated' ? repayments : [...repayments, repayment(event)],
      revision: event.revision,
    };
  },
};

function repayment(event: ReceivableRepaid): ReceivableDocument['repayments'][number] {
  const { repaidCents, receivedOn } = event.data;
  return { repaidCents, receivedOn, at: receivedAt(event) };
}
