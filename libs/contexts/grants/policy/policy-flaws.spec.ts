import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { cents } from '#kernel/money/cents';

const { form, rubric } = defaultGrantsPolicy;
const steps = (...list: readonly (readonly [number, number])[]) => ({
  capSteps: list.map(([fromPercent, cap]) => ({ fromPercent, capCents: cents(cap) })) as never,
});

describe('a grants policy', () => {
  it('of the network’s first day has no flaw', () => {
    expect(policyFlaws(defaultGrantsPolicy)).toEqual([]);
  });

  it.each<[string, Partial<GrantsPolicy>]>([
    ['The program year cannot begin on 02-30.', { program: { firstDay: '02-30', zone: 'UTC' } }],
    ['Mars/Olympus is no time zone.', { program: { firstDay: '01-01', zone: 'Mars/Olympus' } }],
    ["A year's money cannot lapse on 13-01.", { lapsesFrom: '13-01' }],
    ['The yearly pool is no amount that a network could have.', { yearlyPoolCents: cents(0) }],
    ['The cap schedule does not begin at 0%.', steps([5, 1])],
    ['The cap schedule does not rise.', steps([0, 5], [75, 4], [75, 3])],
    ['A step of the cap schedule is no amount.', steps([0, 0])],
    ['The days before a quarter are no number of days.', { opensDaysBefore: -1 }],
    ['The grace is no number of minutes of a day.', { graceMinutes: 0.5 }],
    ['A round takes 1 to 2500 proposals.', { maxProposals: 2_501 }],
    ['The form has no version.', { form: { ...form, version: 0 } }],
    ['The form has no category of cost.', { form: { ...form, categories: [] } }],
    ['The form names a category twice.', { form: { ...form, categories: ['alcohol'] } }],
    ['The weights of the rubric are no weights.', { rubric: { ...rubric, alignmentWeight: 60.5 } }],
    ['The least score cannot be reached.', { rubric: { ...rubric, minScore: 501 } }],
    ['A proposal needs 1 to 20 reviews.', { rubric: { ...rubric, minReviews: 0 } }],
    ['The least partial award is no amount.', { minimumPartialCents: cents(-1) }],
    ['The least part of an award is no percentage.', { partialPercent: 101 }],
    ['The days to accept are no number of days.', { acceptanceDays: 3_661 }],
    ['The days to report are no number of days.', { reportDays: -1 }],
  ])('%s', (flaw, change) => {
    expect(policyFlaws({ ...defaultGrantsPolicy, ...change })).toEqual([flaw]);
  });
});
