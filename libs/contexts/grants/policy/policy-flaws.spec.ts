import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { cents } from '#kernel/money/cents';

const { form, rubric } = defaultGrantsPolicy;
const steps = (...list: readonly (readonly [number, number])[]) => ({
  capSteps: list.map(([fromPercent, cap]) => ({ fromPercent, capCents: cents(cap) })) as never,
});

/** A planted flaw for each rule of the linter, and it finds that one and no other. */
describe('a grants policy', () => {
  it('of the network’s first day has no flaw', () => {
    expect(policyFlaws(defaultGrantsPolicy)).toEqual([]);
  });

  it.each<[string, string, string, Partial<GrantsPolicy>]>([
    ['program/firstDay', 'CALENDAR_UNKNOWN', 'cannot begin on 02-30', { program: { firstDay: '02-30', zone: 'UTC' } }],
    ['program/zone', 'CALENDAR_UNKNOWN', 'is no time zone', { program: { firstDay: '01-01', zone: 'Mars/Olympus' } }],
    ['lapsesFrom', 'CALENDAR_UNKNOWN', 'cannot lapse on 13-01', { lapsesFrom: '13-01' }],
    ['yearlyPoolCents', 'AMOUNT_OUT_OF_BOUNDS', 'no amount that a network', { yearlyPoolCents: cents(0) }],
    ['capSteps', 'AMOUNT_OUT_OF_BOUNDS', 'more than the yearly pool', { yearlyPoolCents: cents(499_999) }],
    ['capSteps/0', 'CAP_STEPS', 'does not begin at 0%', steps([5, 30_000])],
    ['capSteps', 'CAP_STEPS', 'does not rise', steps([0, 50_000], [75, 40_000], [75, 30_000])],
    ['capSteps', 'CAP_STEPS', 'gives more where', steps([0, 30_000], [75, 40_000])],
    ['capSteps', 'AMOUNT_OUT_OF_BOUNDS', 'is no amount', steps([0, 0])],
    ['opensDaysBefore', 'INTEGER', 'days before a quarter', { opensDaysBefore: -1 }],
    ['graceMinutes', 'INTEGER', 'minutes of a day', { graceMinutes: 0.5 }],
    ['maxProposals', 'INTEGER', '1 to 2500 proposals', { maxProposals: 2_501 }],
    ['form/version', 'INTEGER', 'no version', { form: { ...form, version: 0 } }],
    ['form/categories', 'INCOMPLETE', 'no category of cost', { form: { ...form, categories: [] } }],
    ['form', 'NAMED_TWICE', 'a category twice', { form: { ...form, categories: ['alcohol'] } }],
    ['rubric', 'WEIGHTS', 'make 100', { rubric: { ...rubric, alignmentWeight: 60.5 } }],
    ['rubric', 'WEIGHTS', 'make 100', { rubric: { ...rubric, alignmentWeight: 61 } }],
    ['rubric/minScore', 'SCORE_OUT_OF_RANGE', 'cannot be reached', { rubric: { ...rubric, minScore: 501 } }],
    ['rubric/minReviews', 'INTEGER', '1 to 20 reviews', { rubric: { ...rubric, minReviews: 0 } }],
    ['minimumPartialCents', 'AMOUNT_OUT_OF_BOUNDS', 'partial award is no amount', { minimumPartialCents: cents(-1) }],
    ['minimumPartialCents', 'AMOUNT_OUT_OF_BOUNDS', 'above a cap', { minimumPartialCents: cents(300_001) }],
    ['partialPercent', 'INTEGER', 'no percentage', { partialPercent: 101 }],
    ['acceptanceDays', 'INTEGER', 'days to accept', { acceptanceDays: 3_661 }],
    ['reportDays', 'INTEGER', 'days to report', { reportDays: -1 }],
  ])('%s: %s, %s', (at, code, words, change) => {
    const detail = expect.stringContaining(words) as string;
    expect(policyFlaws({ ...defaultGrantsPolicy, ...change })).toEqual([{ pointer: `#/content/${at}`, code, detail }]);
  });

  it.each<[string, Partial<GrantsPolicy>]>([
    ['a cap of the whole pool', { yearlyPoolCents: cents(500_000) }],
    ['one step', steps([0, 30_000])],
    ['a part as large as the least cap', { minimumPartialCents: cents(300_000) }],
    ['one criterion', { rubric: { ...rubric, alignmentWeight: 100, reachWeight: 0 } }],
    ['no least score', { rubric: { ...rubric, minScore: 0 } }],
    ['no grace, no days', { graceMinutes: 0, acceptanceDays: 0 }],
  ])('may have %s', (_, change) => {
    expect(policyFlaws({ ...defaultGrantsPolicy, ...change })).toEqual([]);
  });
});
