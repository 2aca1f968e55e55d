import { ApprovalConfirmed } from '#contexts/access/events/approval-confirmed';
import { ApprovalRejected } from '#contexts/access/events/approval-rejected';
import { ApprovalRequested } from '#contexts/access/events/approval-requested';
import { expiryOf } from '#contexts/access/events/approval-term';
import type { ApprovalDocument } from '#contexts/access/views/approvals';
import { present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

type Read = ApprovalRequested | ApprovalConfirmed | ApprovalRejected;

/** A document for each act that takes two people. */
export const approvalsProjection: Projection<ApprovalDocument> = {
  view: { name: 'approvals', version: 2 },
  types: [ApprovalRequested, ApprovalConfirmed, ApprovalRejected],
  keys: (event) => [(event as Read).data.approvalId],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'ApprovalRequested') return requested(event);
    const answeredBy = event.type === 'ApprovalConfirmed' ? event.data.confirmedBy : event.data.rejectedBy;
    return {
      ...present(document, 'the document of an approval'),
      ...{ answeredBy, answeredAt: receivedAt(event), note: event.data.note ?? null, revision: event.revision },
      status: event.type === 'ApprovalConfirmed' ? 'confirmed' : 'rejected',
    };
  },
};

function requested(event: ApprovalRequested): ApprovalDocument {
  const { approvalId, command, requestedBy } = event.data;
  return {
    ...{ id: approvalId, status: 'pending', act: command.name, payload: command.payload },
    ...{
      requestedBy,
      requestedAt: receivedAt(event),
      expiresAt: expiryOf(event.recordedAt),
      answeredBy: [],
      answeredAt: null,
      note: null,
    },
    revision: event.revision,
  };
}
