import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { IncentivesPolicy, OutcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { policyFlaws } from '#contexts/incentives/policy/policy-flaws';
import { cents } from '#kernel/money/cents';

const flawed = (change: Partial<IncentivesPolicy>) => policyFlaws({ ...defaultIncentivesPolicy, ...change });
const flawedRule = (type: string, change: Partial<OutcomeRule>) =>
  flawed({
    catalogue: defaultIncentivesPolicy.catalogue.map((rule) => (rule.type === type ? { ...rule, ...change } : rule)),
  });

describe('a policy', () => {
  it('of the network’s first day has no flaw', () => {
    expect(policyFlaws(defaultIncentivesPolicy)).toEqual([]);
  });

  it.each<[string, Partial<IncentivesPolicy>]>([
    ['The program year cannot begin on 02-30.', { program: { firstDay: '02-30', zone: 'UTC' } }],
    ['Mars/Olympus is no time zone.', { program: { firstDay: '01-01', zone: 'Mars/Olympus' } }],
    ['The annual cap is negative.', { annualCapCents: cents(-1) }],
    ['The claim window is no number of days.', { claimWindowDays: 1.5 }],
    ['The appeal window is no number of days.', { appealWindowDays: -1 }],
    ['The window for answers is no number of days.', { informationWindowDays: 0.5 }],
  ])('%s', (flaw, change) => {
    expect(flawed(change)).toEqual([flaw]);
  });

  it.each<[string, string, Partial<OutcomeRule>]>([
    [
      '$299.99 lies outside $300.00 to $5,000.00.',
      'district-onboarded',
      { amount: { by: 'fixed', amountCents: cents(29_999) } },
    ],
    [
      '$5,000.01 lies outside $300.00 to $5,000.00.',
      'district-onboarded',
      { amount: { by: 'fixed', amountCents: cents(500_001) } },
    ],
    [
      'the tiers do not rise.',
      'teachers-implementing',
      {
        amount: {
          by: 'units',
          unit: 'teachers',
          tiers: [
            { from: 5, amountCents: cents(30_000) },
            { from: 5, amountCents: cents(40_000) },
          ],
        },
      },
    ],
    ['two codes are written the same.', 'course-launched', { code: { field: 'courseCode', values: ['CSP', 'c-s-p'] } }],
    ['needs a code and has none.', 'course-launched', { code: { field: 'courseCode', values: [] } }],
    ['asks for no evidence.', 'course-launched', { evidence: [] }],
    ['its span of years is no number.', 'course-launched', { unique: { per: 'rolling-years', years: 0 } }],
  ])('%s', (flaw, type, change) => {
    expect(flawedRule(type, change)).toEqual([`${type}: ${flaw}`]);
  });
});
