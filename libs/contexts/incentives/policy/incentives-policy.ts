import type { Cents } from '#kernel/money/cents';
import type { SubjectKind } from '#kernel/subjects/subject-id';
import type { ProgramCalendar } from '#kernel/time/program-calendar';

/** The five areas of the brief ("Performance-Based Incentives"). */
export type OutcomeArea =
  'district-onboarding' | 'strategic-planning' | 'implementation-milestone' | 'teacher-implementation' | 'coach-cohort';

/** How long one outcome excludes another with the same subject and code (domain.md section 3). */
export type Uniqueness =
  | { readonly per: 'ever' }
  | { readonly per: 'program-year' }
  | { readonly per: 'half-year' }
  /** Program years that differ by less than `years` exclude each other. */
  | { readonly per: 'rolling-years'; readonly years: number };

/** From so many units on, this amount; the list rises. Fewer than the first tier's units earn nothing. */
export interface Tier {
  readonly from: number;
  readonly amountCents: Cents;
}

export type AmountRule =
  | { readonly by: 'fixed'; readonly amountCents: Cents }
  | { readonly by: 'units'; readonly unit: string; readonly tiers: readonly [Tier, ...Tier[]] };

export interface OutcomeRule {
  readonly type: string;
  readonly area: OutcomeArea;
  readonly amount: AmountRule;
  readonly subject: SubjectKind;
  readonly unique: Uniqueness;
  /** The code that tells outcomes of one subject apart, and which codes there are. */
  readonly code?: { readonly field: 'courseCode' | 'policyCode'; readonly values: readonly string[] };
  /** Every group must be there; any kind of a group will do. */
  readonly evidence: readonly (readonly string[])[];
}

/** The rules of performance incentives. Every field is a decision of the program, none is a constant in code. */
export interface IncentivesPolicy {
  readonly program: ProgramCalendar;
  readonly annualCapCents: Cents;
  /** When less headroom is left than the outcome earns: reserve what is left, or refuse. */
  readonly whenShort: 'truncate' | 'refuse';
  /** Bounds of every approved amount (the brief: "$300–$5,000"). */
  readonly minimumCents: Cents;
  readonly maximumCents: Cents;
  /** A claim may arrive up to local midnight after this day, counted from the outcome date. */
  readonly claimWindowDays: number;
  /** A denial may be appealed up to local midnight after this day. */
  readonly appealWindowDays: number;
  /** An information request may be answered up to local midnight after this day; absent in versions before it existed. */
  readonly informationWindowDays?: number;
  /** What the program means to spend on incentives in a year; a view warns beyond it, no decision asks for it. */
  readonly yearlyBudgetCents?: Cents;
  readonly catalogue: readonly OutcomeRule[];
}

/** Days to answer an information request; 30 under a version that does not say (domain.md section 3). */
export function informationWindowDays(policy: Pick<IncentivesPolicy, 'informationWindowDays'>): number {
  return policy.informationWindowDays ?? 30;
}

/** The catalogue's rule for an outcome type; undefined when this version has none. */
export function outcomeRule(policy: IncentivesPolicy, type: string): OutcomeRule | undefined {
  return policy.catalogue.find((rule) => rule.type === type);
}
