import type { PolicyPin } from '#kernel/decider/event';
import type { AwardId, DecisionId, PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

export interface ProposalHistoryEntry {
  readonly type: string;
  readonly at: Instant;
  readonly sequence: number;
  readonly role: string;
  readonly reason: string | null;
}

/** A reviewer of a proposal: whether they may see it, and what they made of it. */
export interface ReviewerEntry {
  readonly reviewerId: PersonId;
  readonly assignedAt: Instant;
  readonly declared: boolean;
  readonly recused: boolean;
  /** The fact, or the words, that rule them out. */
  readonly recusedBecause: string | null;
  readonly review: {
    readonly alignment: number;
    readonly reach: number;
    readonly points: number;
    readonly recommendedCents: Cents | null;
    readonly comment: string;
    readonly at: Instant;
    /** No longer, after a late conflict. */
    readonly valid: boolean;
  } | null;
}

/** What the round made of it. */
export interface ProposalDecision {
  readonly rank: number;
  readonly scorePoints: number;
  readonly recommendedCents: Cents;
  readonly baseCents: Cents;
  readonly awardedCents: Cents;
  readonly because: readonly string[];
  readonly decisionId: DecisionId;
  readonly decidedAt: Instant;
  readonly awardId: AwardId | null;
}

/** What the applicant wrote. */
export interface ProposalText {
  readonly title: string;
  readonly targetAudience: string;
  readonly objectives: string;
  readonly goalIds: readonly string[];
  readonly anticipatedOutcomes: readonly { readonly metric: string; readonly target: number }[];
  readonly statesReached: readonly string[];
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly budget: readonly {
    readonly category: string;
    readonly description: string;
    readonly quantity: number;
    readonly unitCents: Cents;
  }[];
}

/** A proposal, whole. Nobody is shown it whole: see proposal-pages.ts. */
export interface ProposalDocument extends ProposalText {
  readonly id: ProposalId;
  readonly status:
    | 'awaiting-cosignature'
    | 'submitted'
    | 'withdrawn'
    | 'awarded'
    | 'partial'
    | 'waitlisted'
    | 'not-funded'
    | 'left-out';
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly useCase: string;
  readonly requestedCents: Cents;
  readonly edition: number;
  readonly deferredFrom: readonly string[];
  readonly policy: PolicyPin;
  readonly submittedAt: Instant;
  readonly withinGrace: boolean;
  readonly submittedBy: readonly PersonId[];
  /** Who wrote the text as it stands: none of them stands behind it as the second signature. */
  readonly authors: readonly PersonId[];
  readonly applicant: PersonId;
  readonly applicantRole: string;
  readonly cosignedBy: readonly PersonId[];
  readonly reviewers: readonly ReviewerEntry[];
  readonly validReviews: number;
  readonly decision: ProposalDecision | null;
  /** Why it was not decided on its merits, where it was not. */
  readonly leftOut: string | null;
  readonly actualOutcomes: readonly { readonly metric: string; readonly actual: number }[] | null;
  readonly refusals: number;
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
  readonly history: readonly ProposalHistoryEntry[];
}

export const proposalsView: View<ProposalDocument> = {
  name: 'proposals',
  version: 2,
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    ...{ status: 'text', partnerId: 'text', quarter: 'text', useCase: 'text', requestedCents: 'integer' },
    ...{ submittedAt: 'text', startsOn: 'text', endsOn: 'text', edition: 'integer', validReviews: 'integer' },
  },
  totals: ['requestedCents'],
};
