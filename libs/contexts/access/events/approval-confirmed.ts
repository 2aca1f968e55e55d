import type { ActAsked } from '#contexts/access/events/approval-requested';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ApprovalId, PersonId } from '#kernel/ids/entity-id';

/** Another person, who might have asked as well, wants the act: a reaction issues it in both names. */
export interface ApprovalConfirmedData {
  readonly approvalId: ApprovalId;
  readonly command: ActAsked;
  readonly requestedBy: readonly PersonId[];
  readonly confirmedBy: readonly PersonId[];
  /** The role in which the confirmer may issue the act. */
  readonly role: string;
  readonly note?: string;
}

export const ApprovalConfirmed = eventType<'ApprovalConfirmed', ApprovalConfirmedData>('ApprovalConfirmed', 1);
export type ApprovalConfirmed = EventOf<typeof ApprovalConfirmed>;
