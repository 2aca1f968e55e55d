import type { CapPolicy, CapUsageRow } from '#contexts/incentives/views/cap-usage';
import type { Cents } from '#kernel/money/cents';
import { greater, subtract, sum, ZERO } from '#kernel/money/cents';

/** What a program year may cost at most, beside what the program means to spend: for watching, no decision asks for it. */
export interface ExposureRow {
  readonly programYear: number;
  readonly partners: number;
  /** Of one partner, by the policy in force. */
  readonly policyCapCents: Cents;
  readonly overrideCents: Cents;
  /** Partners × cap, and the overrides in force: if every partner used all that it may. */
  readonly exposureCents: Cents;
  readonly reservedCents: Cents;
  readonly approvedCents: Cents;
  readonly reversedCents: Cents;
  /** What may still be claimed. */
  readonly headroomCents: Cents;
  /** The policy's yearly budget; null where it has none. */
  readonly budgetCents: Cents | null;
  /** Of the budget, less what is reserved or approved and not reversed; negative beyond it, null without a budget. */
  readonly budgetLeftCents: Cents | null;
  readonly exposureOverBudgetCents: Cents | null;
  readonly warning: ExposureWarning | null;
}

export const EXPOSURE_WARNINGS = ['exposure-above-budget', 'used-above-budget'] as const;
export type ExposureWarning = (typeof EXPOSURE_WARNINGS)[number];

/** The exposure of a year, from the rows of all its partners and the policy in force. */
export function exposureOf(rows: readonly CapUsageRow[], programYear: number, { content }: CapPolicy): ExposureRow {
  const total = (name: Summed): Cents => sum(rows.map((row) => row[name]));
  const exposureCents = total('capCents');
  const [reservedCents, approvedCents] = [total('reservedCents'), total('approvedCents')];
  const reversedCents = total('reversedCents');
  const usedCents = subtract(sum([reservedCents, approvedCents]), reversedCents);
  const budgetCents = content.yearlyBudgetCents ?? null;
  return {
    ...{ programYear, partners: rows.length, policyCapCents: content.annualCapCents },
    ...{ overrideCents: total('overrideCents'), exposureCents, reservedCents, approvedCents, reversedCents },
    ...{ headroomCents: total('headroomCents'), budgetCents },
    budgetLeftCents: budgetCents === null ? null : subtract(budgetCents, usedCents),
    exposureOverBudgetCents: budgetCents === null ? null : greater(ZERO, subtract(exposureCents, budgetCents)),
    warning: budgetCents === null ? null : warningOf(budgetCents, usedCents, exposureCents),
  };
}

type Summed = 'capCents' | 'overrideCents' | 'reservedCents' | 'approvedCents' | 'reversedCents' | 'headroomCents';

function warningOf(budgetCents: Cents, usedCents: Cents, exposureCents: Cents): ExposureWarning | null {
  if (usedCents > budgetCents) return 'used-above-budget';
  return exposureCents > budgetCents ? 'exposure-above-budget' : null;
}
