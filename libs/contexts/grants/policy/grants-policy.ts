import type { Cents } from '#kernel/money/cents';
import type { ProgramCalendar } from '#kernel/time/program-calendar';

/** How a year's money comes free: a quarter of it each quarter, or all at once. */
export type Release = 'quarterly' | 'annual';

/** When an award becomes payable: at acceptance, or at the accepted report. */
export type Payment = 'advance' | 'reimbursement';

/** From so much usage on (in percent of the base), this cap. The list begins at 0 and rises. */
export interface CapStep {
  readonly fromPercent: number;
  readonly capCents: Cents;
}

/** A category that no grant pays for, and why: a budget line that names it is refused with these words. */
export interface IneligibleCategory {
  readonly category: string;
  readonly because: string;
}

/** The form that a round pins: what a proposal's budget may name. */
export interface GrantForm {
  readonly version: number;
  readonly categories: readonly string[];
  readonly ineligible: readonly IneligibleCategory[];
}

/** How a review's two scores (1 to 5) become points: the brief's criteria, goals before reach. */
export interface Rubric {
  readonly alignmentWeight: number;
  readonly reachWeight: number;
  /** Average points below which nothing is funded. */
  readonly minScore: number;
  /** So many valid reviews, or the proposal is deferred. */
  readonly minReviews: number;
}

/** The rules of marketing grants. Every field is a decision of the program, none is a constant in code. */
export interface GrantsPolicy {
  readonly program: ProgramCalendar;
  readonly yearlyPoolCents: Cents;
  readonly release: Release;
  /** What of a year is left lapses from this day on, the first such day after the year's end. */
  readonly lapsesFrom: string;
  readonly capSteps: readonly [CapStep, ...CapStep[]];
  /** A round may open so many days before its quarter. */
  readonly opensDaysBefore: number;
  /** How long after the deadline a proposal is still taken; its use is recorded. */
  readonly graceMinutes: number;
  /** A round's allocation must fit into one append of the log. */
  readonly maxProposals: number;
  readonly form: GrantForm;
  readonly rubric: Rubric;
  /** A partial award is at least this much and at least `partialPercent` of what it could have been. */
  readonly minimumPartialCents: Cents;
  readonly partialPercent: number;
  /** An offer may be accepted up to local midnight after this day. */
  readonly acceptanceDays: number;
  readonly payment: Payment;
  /** An expense report is due at local midnight after so many days from the activity's end. */
  readonly reportDays: number;
  /** A partner with an overdue report hands in nothing new and gets no new award. */
  readonly overdueReportBlocks: boolean;
}
