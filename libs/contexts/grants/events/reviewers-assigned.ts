import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';

/** The network's conflicts by fact: the reviewer's recorded employer is the partner, or the proposal is their own. */
export interface Recusal {
  readonly reviewerId: PersonId;
  readonly fact: 'SAME_PARTNER' | 'OWN_PROPOSAL';
}

/** People are to review a proposal. Whom a fact rules out is recused in the same event. */
export interface ReviewersAssignedData {
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly assigned: readonly PersonId[];
  readonly recused: readonly Recusal[];
  readonly assignedBy: readonly PersonId[];
}

export const ReviewersAssigned = eventType<'ReviewersAssigned', ReviewersAssignedData>('ReviewersAssigned', 1);
export type ReviewersAssigned = EventOf<typeof ReviewersAssigned>;
