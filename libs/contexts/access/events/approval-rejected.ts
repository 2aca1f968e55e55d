import type { ActAsked } from '#contexts/access/events/approval-requested';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ApprovalId, PersonId } from '#kernel/ids/entity-id';

/** Somebody who might have asked as well does not want the act, or the asker takes it back. */
export interface ApprovalRejectedData {
  readonly approvalId: ApprovalId;
  readonly command: ActAsked;
  readonly requestedBy: readonly PersonId[];
  readonly rejectedBy: readonly PersonId[];
  readonly note?: string;
}

export const ApprovalRejected = eventType<'ApprovalRejected', ApprovalRejectedData>('ApprovalRejected', 1);
export type ApprovalRejected = EventOf<typeof ApprovalRejected>;
