import type { Slate } from '#contexts/grants/events/slate';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';

/** A reviewer says whether they have a conflict of interest: before the text is shown, or later, which voids their review. */
export interface ConflictDeclaredData {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly reviewerId: PersonId;
  readonly conflict: boolean;
  readonly reason?: string;
  /** A review of theirs no longer counts. */
  readonly invalidated: boolean;
  /** After the decision: the slate as it would have been. A proposal beside the decision, which stands until reversed. */
  readonly recomputed?: Slate;
}

export const ConflictDeclared = eventType<'ConflictDeclared', ConflictDeclaredData>('ConflictDeclared', 1);
export type ConflictDeclared = EventOf<typeof ConflictDeclared>;
