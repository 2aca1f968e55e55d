import type { ProposalContent, ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** The partner rewrote a proposal before the close; a co-signature and reviews were of the old text and are void. */
export interface ProposalRevisedData {
  readonly proposal: ProposalStanding;
  readonly content: ProposalContent;
  readonly revisedBy: readonly PersonId[];
  readonly voidedCosignature: readonly PersonId[];
  readonly voidedReviews: readonly PersonId[];
  readonly withinGrace: boolean;
}

export const ProposalRevised = eventType<'ProposalRevised', ProposalRevisedData>('ProposalRevised', 1);
export type ProposalRevised = EventOf<typeof ProposalRevised>;
