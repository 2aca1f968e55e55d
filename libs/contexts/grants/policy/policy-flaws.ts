import type { CapStep, GrantForm, GrantsPolicy, Rubric } from '#contexts/grants/policy/grants-policy';
import { parseDate } from '#kernel/time/plain-date';
import { isTimeZone } from '#kernel/time/zone';

/** Ten billion dollars: below it every product of the allocation is an exact integer. */
const MOST_CENTS = 1_000_000_000_000;
/** What a round's slate fits into one append with (docs/concepts/allocation.md). */
const MOST_PROPOSALS = 2_500;

/** What is wrong with a policy, each in a sentence; empty for one that may be published. */
export function policyFlaws(policy: GrantsPolicy): readonly string[] {
  const { program } = policy;
  return [
    unless(isDay(program.firstDay), `The program year cannot begin on ${program.firstDay}.`),
    unless(isTimeZone(program.zone), `${program.zone} is no time zone.`),
    unless(isDay(policy.lapsesFrom), `A year's money cannot lapse on ${policy.lapsesFrom}.`),
    unless(within(policy.yearlyPoolCents, 1, MOST_CENTS), 'The yearly pool is no amount that a network could have.'),
    ...stepFlaws(policy.capSteps),
    unless(days(policy.opensDaysBefore), 'The days before a quarter are no number of days.'),
    unless(within(policy.graceMinutes, 0, 1_440), 'The grace is no number of minutes of a day.'),
    unless(within(policy.maxProposals, 1, MOST_PROPOSALS), `A round takes 1 to ${MOST_PROPOSALS} proposals.`),
    ...formFlaws(policy.form),
    ...rubricFlaws(policy.rubric),
    unless(within(policy.minimumPartialCents, 0, MOST_CENTS), 'The least partial award is no amount.'),
    unless(within(policy.partialPercent, 0, 100), 'The least part of an award is no percentage.'),
    unless(days(policy.acceptanceDays), 'The days to accept are no number of days.'),
    unless(days(policy.reportDays), 'The days to report are no number of days.'),
  ].filter((flaw) => flaw !== undefined);
}

function stepFlaws(steps: readonly CapStep[]): readonly (string | undefined)[] {
  const rises = steps.every((step, index) => index === 0 || step.fromPercent > (steps[index - 1]?.fromPercent ?? 0));
  return [
    unless(steps[0]?.fromPercent === 0, 'The cap schedule does not begin at 0%.'),
    unless(rises && steps.every(({ fromPercent }) => within(fromPercent, 0, 1_000)), 'The cap schedule does not rise.'),
    unless(
      steps.every(({ capCents }) => within(capCents, 1, MOST_CENTS)),
      'A step of the cap schedule is no amount.',
    ),
  ];
}

function formFlaws({ version, categories, ineligible }: GrantForm): readonly (string | undefined)[] {
  const all = [...categories, ...ineligible.map(({ category }) => category)];
  return [
    unless(within(version, 1, 1_000_000), 'The form has no version.'),
    unless(categories.length > 0, 'The form has no category of cost.'),
    unless(new Set(all).size === all.length, 'The form names a category twice.'),
  ];
}

function rubricFlaws({ alignmentWeight, reachWeight, minScore, minReviews }: Rubric): readonly (string | undefined)[] {
  const weights = within(alignmentWeight, 0, 1_000) && within(reachWeight, 0, 1_000);
  return [
    unless(weights && alignmentWeight + reachWeight > 0, 'The weights of the rubric are no weights.'),
    unless(!weights || within(minScore, 0, 5 * (alignmentWeight + reachWeight)), 'The least score cannot be reached.'),
    unless(within(minReviews, 1, 20), 'A proposal needs 1 to 20 reviews.'),
  ];
}

const unless = (holds: boolean, flaw: string): string | undefined => (holds ? undefined : flaw);
const isDay = (monthDay: string): boolean => parseDate(`2026-${monthDay}`) !== undefined;
const within = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
const days = (count: number): boolean => within(count, 0, 3_660);
