import type { PayableCreatedData } from '#contexts/payouts/events/payable-created';
import { present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';

/** What a caller is told of a payable: how it was made. */
export function payableReply(events: readonly RecordedEvent[]): Reply {
  const { payableId, ...payable } = present(events[0], 'the event of a payable').data as PayableCreatedData;
  return { status: 201, body: { id: payableId, ...payable }, location: `/v1/payables/${payableId}` };
}

/** What is told of payables that are now held otherwise. */
export function holdsReply(events: readonly RecordedEvent[]): Reply {
  return { status: 200, body: present(events[0], 'the event of a review').data };
}
