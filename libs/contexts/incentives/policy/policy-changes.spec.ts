import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { policyChanges } from '#contexts/incentives/policy/policy-changes';
import { cents } from '#kernel/money/cents';

const { catalogue } = defaultIncentivesPolicy;
const changed = (change: Partial<typeof defaultIncentivesPolicy>) =>
  policyChanges(defaultIncentivesPolicy, { ...defaultIncentivesPolicy, ...change });

describe('what a version changes', () => {
  it('is nothing between equals, in whatever order their catalogues are written', () => {
    expect(changed({ catalogue: catalogue.toReversed() })).toEqual([]);
  });

  it('names members by their path and outcomes by their type', () => {
    const dearer = catalogue.map((rule) =>
      rule.type === 'course-launched'
        ? { ...rule, amount: { by: 'fixed' as const, amountCents: cents(120_000) } }
        : rule,
    );
    expect(
      changed({ annualCapCents: cents(2_000_000), yearlyBudgetCents: cents(9_000_000), catalogue: dearer }),
    ).toEqual([
      { at: 'annualCapCents', before: 2_500_000, after: 2_000_000 },
      { at: 'catalogue.course-launched.amount.amountCents', before: 100_000, after: 120_000 },
      { at: 'yearlyBudgetCents', before: null, after: 9_000_000 },
    ]);
  });

  it('tells an outcome that came or went whole, and a list as one', () => {
    const [first, ...rest] = catalogue;
    const { type: _type, ...told } = first!;
    const other = rest.map((rule) => (rule.type === 'cs-staff-appointed' ? { ...rule, evidence: [['letter']] } : rule));
    expect(changed({ catalogue: other })).toEqual([
      { at: 'catalogue.cs-staff-appointed.evidence', before: [['appointment-letter']], after: [['letter']] },
      { at: 'catalogue.district-onboarded', before: told, after: null },
    ]);
  });
});
