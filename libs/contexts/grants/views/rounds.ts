import type { PolicyPin } from '#kernel/decider/event';
import type { DecisionId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

export interface RoundHistoryEntry {
  readonly type: string;
  readonly at: Instant;
  readonly sequence: number;
  readonly role: string;
  readonly reason: string | null;
}

/** A quarter's round, as everybody sees it. Key: the quarter. */
export interface RoundDocument {
  readonly quarter: string;
  /** As decided; a round past its deadline is shut whether or not its closing is on record. */
  readonly status: 'open' | 'closed' | 'allocated';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly graceEndsAt: Instant;
  readonly closedAt: Instant | null;
  readonly goals: readonly { readonly id: string; readonly text: string }[];
  readonly capPerPartnerCents: Cents;
  readonly capReason: { readonly usedCents: Cents; readonly baseCents: Cents; readonly fromPercent: number };
  readonly releasedAvailableCents: Cents;
  readonly policy: PolicyPin;
  /** Of the decision: every proposal on the slate, those left out among them. 0 before it. */
  readonly proposals: number;
  readonly requestedCents: Cents;
  readonly decidedAt: Instant | null;
  readonly decisionId: DecisionId | null;
  /** Of the decision and its promotions. */
  readonly givenCents: Cents;
  readonly waitlisted: number;
  /** Of the last event that touched the round itself: its ETag. */
  readonly revision: number;
  readonly history: readonly RoundHistoryEntry[];
}

export const roundsView: View<RoundDocument> = {
  name: 'grant-rounds',
  version: 1,
  partnerOf: () => null,
  fields: { quarter: 'text', status: 'text', closesAt: 'text' },
  totals: [],
};
