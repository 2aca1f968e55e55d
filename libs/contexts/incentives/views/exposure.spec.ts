import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { CapPolicy, CapUsageRow } from '#contexts/incentives/views/cap-usage';
import { exposureOf } from '#contexts/incentives/views/exposure';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { partnerId } from '../../../../test/support/network';

const row = (slug: string, reserved: number, approved: number, reversed: number, override = 0): CapUsageRow => ({
  ...{ partner: { id: partnerId(slug), slug, name: slug }, programYear: 2026, claims: 1, state: 'within-cap' },
  ...{ capCents: cents(2_500_000 + override), policyCapCents: cents(2_500_000), overrideCents: cents(override) },
  ...{ reservedCents: cents(reserved), approvedCents: cents(approved), reversedCents: cents(reversed) },
  ...{ paidCents: cents(0), headroomCents: cents(2_500_000 + override - reserved - approved + reversed) },
  overCents: cents(0),
});
const rows = [row('a', 300_000, 1_000_000, 100_000), row('b', 0, 500_000, 0, 200_000)];
const policy = (budget?: number): CapPolicy => ({
  ...{ version: 1, effectiveFrom: plainDate('2017-01-01') },
  content: { ...defaultIncentivesPolicy, ...(budget === undefined ? {} : { yearlyBudgetCents: cents(budget) }) },
});

describe('the exposure of a year', () => {
  const common = {
    ...{ programYear: 2026, partners: 2, policyCapCents: 2_500_000, overrideCents: 200_000, exposureCents: 5_200_000 },
    ...{ reservedCents: 300_000, approvedCents: 1_500_000, reversedCents: 100_000, headroomCents: 3_500_000 },
  };

  it('is partners × cap and the overrides, beside nothing where the policy has no budget', () => {
    expect(exposureOf(rows, 2026, policy())).toEqual({
      ...{ ...common, budgetCents: null, budgetLeftCents: null, exposureOverBudgetCents: null, warning: null },
    });
  });

  it.each([
    [5_200_000, 3_500_000, 0, null],
    [5_199_999, 3_499_999, 1, 'exposure-above-budget'],
    [1_700_000, 0, 3_500_000, 'exposure-above-budget'],
    [1_699_999, -1, 3_500_001, 'used-above-budget'],
  ])('beside a budget of %d leaves %d, is %d above it and warns %j', (budgetCents, left, over, warning) => {
    expect(exposureOf(rows, 2026, policy(budgetCents))).toEqual({
      ...{ ...common, budgetCents, budgetLeftCents: left, exposureOverBudgetCents: over, warning },
    });
  });

  it('of a year without partners is nothing', () => {
    expect(exposureOf([], 2016, policy(1))).toMatchObject({ partners: 0, exposureCents: 0, warning: null });
  });
});
