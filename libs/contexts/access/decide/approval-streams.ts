import type { ApprovalState } from '#contexts/access/decide/approvals';
import { answerFacts, confirmApproval, rejectApproval, requestApproval } from '#contexts/access/decide/approvals';
import { ApprovalActRefused } from '#contexts/access/events/approval-act-refused';
import { ApprovalConfirmed } from '#contexts/access/events/approval-confirmed';
import { ApprovalRejected } from '#contexts/access/events/approval-rejected';
import { ApprovalRequested } from '#contexts/access/events/approval-requested';
import { expiryOf } from '#contexts/access/events/approval-term';
import { can, canConfirm } from '#contexts/access/policy/who-may';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { Circumstances, Decider, Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { ApprovalId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';

type ApprovalEvent = ApprovalRequested | ApprovalConfirmed | ApprovalRejected | ApprovalActRefused;

const approvalStream = (approvalId: ApprovalId): string => `approval-${approvalId}`;
const v1 = { version: 1, rules: 'v1', reply: approvalReply };
const onApproval = {
  ...v1,
  stream: ({ approvalId }: { approvalId: ApprovalId }): string => approvalStream(approvalId),
  entity: ({ approvalId }: { approvalId: ApprovalId }): string => approvalId,
};

/** A stream for each act that takes two people: who asked for what, and who confirmed or rejected it. */
export const approvalStreams: Decider<ApprovalState> = {
  name: 'approvals',
  owns: (stream) => stream.startsWith('approval-'),
  events: [ApprovalRequested, ApprovalConfirmed, ApprovalRejected, ApprovalActRefused],
  initial: () => ({ approval: null }),
  evolve,
  touched: ({ approval }, entity) => (approval?.approvalId === entity ? approval.touched : undefined),
  commands: [
    {
      ...v1,
      name: 'RequestApproval',
      stream: (_command, { commandId }) => approvalStream(entityId('apr', commandId)),
      facts: (_command, _state, circumstances): Circumstances => circumstances,
      decide: requestApproval,
    },
    { ...onApproval, name: 'ConfirmApproval', facts: answerFacts(canConfirm), decide: confirmApproval },
    { ...onApproval, name: 'RejectApproval', facts: answerFacts(can), decide: rejectApproval },
  ],
};

function evolve(state: ApprovalState, recorded: RecordedEvent): ApprovalState {
  const event = recorded as ApprovalEvent;
  const { approvalId } = event.data;
  switch (event.type) {
    case 'ApprovalRequested': {
      assert(state.approval === null, 'an approval is asked for once', { approvalId });
      const { command, requestedBy } = event.data;
      const expiresAt = expiryOf(event.recordedAt);
      state.approval = { approvalId, command, requestedBy, status: 'pending', expiresAt, touched: event.revision };
      return state;
    }
    case 'ApprovalConfirmed': {
      const twice = event.data.confirmedBy.some((person) => event.data.requestedBy.includes(person));
      assert(!twice, 'an act of two people names two', { approvalId });
      return answered(state, event, 'confirmed');
    }
    case 'ApprovalRejected':
      return answered(state, event, 'rejected');
    case 'ApprovalActRefused':
      return state;
    default:
      return impossible(event, 'an approval event');
  }
}

function answered(
  state: ApprovalState,
  { data: { approvalId }, revision }: ApprovalConfirmed | ApprovalRejected,
  status: 'confirmed' | 'rejected',
): ApprovalState {
  const approval = present(state.approval, 'the approval of an event');
  assert(approval.status === 'pending' && approval.approvalId === approvalId, 'an approval is answered once', {
    approvalId,
  });
  Object.assign(approval, { status, touched: revision });
  return state;
}

/** What a caller is told of an approval: how it stands after the command's own event. */
function approvalReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of an approval') as Exclude<ApprovalEvent, ApprovalActRefused>;
  const { approvalId, command, requestedBy } = event.data;
  const body = { id: approvalId, command: { name: command.name, payload: command.payload }, requestedBy };
  if (event.type === 'ApprovalRequested') {
    const expiresAt = expiryOf(event.recordedAt);
    return { status: 202, body: { ...body, status: 'pending', expiresAt }, location: `/v1/approvals/${approvalId}` };
  }
  return { status: 200, body: { ...body, status: event.type === 'ApprovalConfirmed' ? 'confirmed' : 'rejected' } };
}
