import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';

/** A well-formed proposal that a rule did not admit. Kept for good: finance audits refusals too. */
export interface ProposalRefusedData extends Refusal {
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly title: string;
  readonly submittedBy: readonly PersonId[];
}

export const ProposalRefused = refusalType<'ProposalRefused', ProposalRefusedData>('ProposalRefused', 1);
export type ProposalRefused = EventOf<typeof ProposalRefused>;
