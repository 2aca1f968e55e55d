import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ApprovalId, PersonId } from '#kernel/ids/entity-id';

/** The command that two people are to want: as it will be issued, byte for byte. */
export interface ActAsked {
  readonly name: string;
  readonly version: number;
  readonly payload: object;
  /** The address at which it was asked for. */
  readonly path: string;
}

/** One person asks for an act that takes two. */
export interface ApprovalRequestedData {
  readonly approvalId: ApprovalId;
  readonly command: ActAsked;
  readonly requestedBy: readonly PersonId[];
}

export const ApprovalRequested = eventType<'ApprovalRequested', ApprovalRequestedData>('ApprovalRequested', 1);
export type ApprovalRequested = EventOf<typeof ApprovalRequested>;
