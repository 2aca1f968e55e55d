import type { PolicyPin } from '#kernel/decider/event';
import type { PartnerId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** What a grant may be used for (the brief, "Use Cases"). */
export const USE_CASES = [
  'conference',
  'booth-and-materials',
  'success-story-or-media',
  'event-sponsorship',
  'cs-ed-week-or-showcase',
] as const;
export type UseCase = (typeof USE_CASES)[number];

export const OUTCOME_METRICS = ['people-reached', 'districts-engaged', 'teachers-recruited'] as const;
export type OutcomeMetric = (typeof OUTCOME_METRICS)[number];

/** Submitted counts; one that waits for its co-signature does not. The last five are what a round made of it. */
export type ProposalStatus =
  'awaiting-cosignature' | 'submitted' | 'withdrawn' | 'awarded' | 'partial' | 'waitlisted' | 'not-funded' | 'left-out';

export interface AnticipatedOutcome {
  readonly metric: OutcomeMetric;
  readonly target: number;
}

export interface BudgetLine {
  readonly category: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitCents: Cents;
}

/** What the applicant wrote: reviewers see it only after they have declared. */
export interface ProposalContent {
  readonly useCase: UseCase;
  readonly title: string;
  readonly targetAudience: string;
  readonly objectives: string;
  readonly goalIds: readonly string[];
  readonly anticipatedOutcomes: readonly AnticipatedOutcome[];
  readonly statesReached: readonly string[];
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly budget: readonly BudgetLine[];
}

/** A proposal after an event. */
export interface ProposalStanding {
  readonly proposalId: ProposalId;
  readonly status: ProposalStatus;
  readonly partnerId: PartnerId;
  /** The round that decides it; a deferral moves it to the next. */
  readonly quarter: string;
  readonly requestedCents: Cents;
  /** 1, 2, 3 … with each revision. */
  readonly edition: number;
  /** Rounds that it was deferred from. */
  readonly deferredFrom: readonly string[];
  readonly policy: PolicyPin;
}
