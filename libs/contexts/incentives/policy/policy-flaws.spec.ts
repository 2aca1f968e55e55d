import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { OutcomeContent, PolicyContent } from '#contexts/incentives/policy/policy-content';
import { policyFlaws } from '#contexts/incentives/policy/policy-flaws';
import { cents } from '#kernel/money/cents';

const { catalogue } = defaultIncentivesPolicy;
const flawed = (change: Partial<PolicyContent>) => policyFlaws({ ...defaultIncentivesPolicy, ...change });
const placeOf = (type: string): number => catalogue.findIndex((rule) => rule.type === type);
const flawedRule = (type: string, change: Partial<OutcomeContent>) =>
  flawed({ catalogue: catalogue.map((rule) => (rule.type === type ? { ...rule, ...change } : rule)) });
const tier = (from: number, pays: number) => ({ from, amountCents: cents(pays) });
const tiers = (...list: ReturnType<typeof tier>[]) => ({
  amount: { by: 'units' as const, unit: 'teachers', tiers: list },
});
const fixed = (pays: number) => ({ amount: { by: 'fixed' as const, amountCents: cents(pays) } });

describe('a policy', () => {
  it('of the network’s first day has no flaw', () => {
    expect(policyFlaws(defaultIncentivesPolicy)).toEqual([]);
  });

  it.each<[string, string, string, Partial<PolicyContent>]>([
    [
      ...(['program/firstDay', 'CALENDAR_UNKNOWN', 'The program year cannot begin on 02-30.'] as const),
      { program: { firstDay: '02-30', zone: 'UTC' } },
    ],
    [
      ...(['program/zone', 'CALENDAR_UNKNOWN', 'Mars/Olympus is no time zone.'] as const),
      { program: { firstDay: '01-01', zone: 'Mars/Olympus' } },
    ],
    ['annualCapCents', 'AMOUNT_OUT_OF_BOUNDS', 'The annual cap is negative.', { annualCapCents: cents(-1) }],
    ['claimWindowDays', 'INTEGER', 'The claim window is no number of days.', { claimWindowDays: 1.5 }],
    ['appealWindowDays', 'INTEGER', 'The appeal window is no number of days.', { appealWindowDays: -1 }],
    [
      'informationWindowDays',
      'INTEGER',
      'The window for answers is no number of days.',
      { informationWindowDays: 0.5 },
    ],
    [
      ...(['minimumCents', 'AMOUNT_OUT_OF_BOUNDS'] as const),
      'An incentive is at least $300.00; the least here is $299.99.',
      { minimumCents: cents(299_99) },
    ],
    [
      ...(['maximumCents', 'AMOUNT_OUT_OF_BOUNDS'] as const),
      'An incentive is at most $5,000.00; the most here is $5,000.01.',
      { maximumCents: cents(5_000_01) },
    ],
  ])('at %s: %s', (place, code, detail, change) => {
    expect(flawed(change)).toEqual([{ pointer: `#/content/${place}`, code, detail }]);
  });

  it.each<[string, string, string, string, Partial<OutcomeContent>]>([
    [
      ...(['district-onboarded', 'amount/amountCents', 'AMOUNT_OUT_OF_BOUNDS'] as const),
      ...(['$299.99 lies outside $300.00 to $5,000.00.', fixed(299_99)] as const),
    ],
    [
      ...(['district-onboarded', 'amount/amountCents', 'AMOUNT_OUT_OF_BOUNDS'] as const),
      ...(['$5,000.01 lies outside $300.00 to $5,000.00.', fixed(5_000_01)] as const),
    ],
    [
      ...(['teachers-implementing', 'amount/tiers/1/amountCents', 'AMOUNT_OUT_OF_BOUNDS'] as const),
      ...(['$5,000.01 lies outside $300.00 to $5,000.00.', tiers(tier(5, 300_00), tier(9, 5_000_01))] as const),
    ],
    [
      ...(['teachers-implementing', 'amount/tiers/1/from', 'TIERS_OVERLAP'] as const),
      ...(['two tiers begin at 5.', tiers(tier(5, 300_00), tier(5, 400_00))] as const),
    ],
    [
      ...(['teachers-implementing', 'amount/tiers/1/from', 'TIER_UNREACHABLE'] as const),
      'the tier from 4 stands behind that from 5, which nobody then reaches.',
      tiers(tier(5, 300_00), tier(4, 400_00)),
    ],
    [
      ...(['teachers-implementing', 'amount/tiers/1/amountCents', 'TIER_UNREACHABLE'] as const),
      ...(['from 15 on it pays $300.00, no more than from 5 on.', tiers(tier(5, 300_00), tier(15, 300_00))] as const),
    ],
    [
      ...(['teachers-implementing', 'amount/tiers', 'INCOMPLETE', 'an amount by units has a tier or more.'] as const),
      { amount: { by: 'units', unit: 'teachers' } },
    ],
    [
      ...(['teachers-implementing', 'amount/unit', 'INCOMPLETE', 'an amount by units names its unit.'] as const),
      { amount: { by: 'units', tiers: [tier(5, 300_00)] } },
    ],
    [
      ...(['district-onboarded', 'amount/amountCents', 'INCOMPLETE'] as const),
      ...(['a fixed amount names its amountCents.', { amount: { by: 'fixed' } }] as const),
    ],
    [
      ...(['district-onboarded', 'amount/unit', 'CONTRADICTORY', 'a fixed amount has no unit.'] as const),
      { amount: { by: 'fixed', amountCents: cents(300_00), unit: 'teachers' } },
    ],
    [
      ...(['course-launched', 'code/values/1', 'NAMED_TWICE', 'two codes are written the same.'] as const),
      { code: { field: 'courseCode', values: ['CSP', 'c-s-p'] } },
    ],
    [
      ...(['course-launched', 'code/values', 'INCOMPLETE', 'needs a code and has none.'] as const),
      { code: { field: 'courseCode', values: [] } },
    ],
    ['course-launched', 'evidence', 'INCOMPLETE', 'asks for no evidence.', { evidence: [] }],
    ['course-launched', 'evidence', 'INCOMPLETE', 'asks for no evidence.', { evidence: [['page'], []] }],
    [
      ...(['course-launched', 'unique/years', 'INCOMPLETE'] as const),
      ...(['its span of years is no number from 1 to 99.', { unique: { per: 'rolling-years', years: 0 } }] as const),
    ],
    [
      ...(['course-launched', 'unique/years', 'CONTRADICTORY', 'only rolling-years has a number of years.'] as const),
      { unique: { per: 'ever', years: 3 } },
    ],
  ])('%s at %s: %s, %s', (type, place, code, detail, change) => {
    const pointer = `#/content/catalogue/${placeOf(type)}/${place}`;
    expect(flawedRule(type, change)).toEqual([{ pointer, code, detail: `${type}: ${detail}` }]);
  });

  it('names a type once, and pays no proof twice', () => {
    const [first] = catalogue;
    const at = `#/content/catalogue/${catalogue.length}`;
    expect(flawed({ catalogue: [...catalogue, first!] })).toEqual([
      { pointer: `${at}/type`, code: 'NAMED_TWICE', detail: 'The catalogue names district-onboarded twice.' },
    ]);
    expect(flawed({ catalogue: [...catalogue, { ...first!, type: 'district-won' }] })).toEqual([
      {
        ...{ pointer: `${at}/evidence`, code: 'OUTCOMES_OVERLAP' },
        detail: 'district-won is proved by what already proves district-onboarded: one outcome would be paid twice.',
      },
    ]);
  });

  it('may pay for one proof by its code', () => {
    const course = catalogue[placeOf('course-launched')]!;
    const other = { ...course, type: 'ai-course-launched', code: { field: 'courseCode' as const, values: ['AIF'] } };
    expect(flawed({ catalogue: [...catalogue, other] })).toEqual([]);
  });

  it('is told all that is wrong with it at once, from top to bottom', () => {
    const found = flawedRule('district-onboarded', { ...fixed(1), evidence: [] });
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '#/content/catalogue/0/amount/amountCents',
      '#/content/catalogue/0/evidence',
    ]);
  });
});
