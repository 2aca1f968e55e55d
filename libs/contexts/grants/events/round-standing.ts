import type { PolicyPin } from '#kernel/decider/event';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

export interface EngagementGoal {
  readonly id: string;
  readonly text: string;
}

/** Why the cap has its value: the step of the schedule that the fund's usage had reached when the round was opened. */
export interface CapReason {
  readonly usedCents: Cents;
  readonly baseCents: Cents;
  readonly fromPercent: number;
}

/** A quarter's round after an event. */
export interface RoundStanding {
  readonly quarter: string;
  readonly status: 'open' | 'closed' | 'allocated';
  /** The quarter's borders, half-open. */
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly opensAt: Instant;
  /** The deadline, exclusive; a closing by command may come before it. */
  readonly closesAt: Instant;
  /** Until when the policy's grace lets a late proposal in. */
  readonly graceEndsAt: Instant;
  readonly closedAt: Instant | null;
  readonly goals: readonly EngagementGoal[];
  readonly capPerPartnerCents: Cents;
  /** Of the opening; a cap changed since has its reason in `RoundCapChanged`. */
  readonly capReason: CapReason;
  /** What the round could give when it was opened. */
  readonly releasedAvailableCents: Cents;
  /** The grants policy whose form, rubric and rules this round goes by. */
  readonly policy: PolicyPin;
}
