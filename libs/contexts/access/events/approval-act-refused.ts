import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { ApprovalId } from '#kernel/ids/entity-id';

/** Somebody tried to be both people of an act that takes two. */
export interface ApprovalActRefusedData extends Refusal {
  readonly approvalId: ApprovalId;
}

export const ApprovalActRefused = refusalType<'ApprovalActRefused', ApprovalActRefusedData>('ApprovalActRefused', 1);
export type ApprovalActRefused = EventOf<typeof ApprovalActRefused>;
