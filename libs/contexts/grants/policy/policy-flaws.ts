import type { CapStep, GrantForm, GrantsPolicy, Rubric } from '#contexts/grants/policy/grants-policy';
import type { Flaw } from '#kernel/decider/answer';
import { parseDate } from '#kernel/time/plain-date';
import { isTimeZone } from '#kernel/time/zone';

/** Ten billion dollars: below it every product of the allocation is an exact integer. */
const MOST_CENTS = 1_000_000_000_000;
/** What a round's slate fits into one append with (docs/concepts/allocation.md). */
const MOST_PROPOSALS = 2_500;

/** What is wrong with a policy, all of it and each with its place; empty for one that may be published. */
export function policyFlaws(policy: GrantsPolicy): readonly Flaw[] {
  return [
    ...calendarFlaws(policy),
    ...moneyFlaws(policy),
    ...stepFlaws(policy),
    ...roundFlaws(policy),
    ...formFlaws(policy.form),
    ...rubricFlaws(policy.rubric),
  ].filter((flaw) => flaw !== undefined);
}

type Found = Flaw | undefined;

function calendarFlaws({ program, lapsesFrom }: GrantsPolicy): readonly Found[] {
  const code = 'CALENDAR_UNKNOWN';
  return [
    unless(isDay(program.firstDay), 'program/firstDay', code, `The program year cannot begin on ${program.firstDay}.`),
    unless(isTimeZone(program.zone), 'program/zone', code, `${program.zone} is no time zone.`),
    unless(isDay(lapsesFrom), 'lapsesFrom', code, `A year's money cannot lapse on ${lapsesFrom}.`),
  ];
}

function moneyFlaws({
  yearlyPoolCents,
  minimumPartialCents,
  partialPercent,
  capSteps,
}: GrantsPolicy): readonly Found[] {
  const code = 'AMOUNT_OUT_OF_BOUNDS';
  const isPool = within(yearlyPoolCents, 1, MOST_CENTS);
  const least = Math.min(...capSteps.map(({ capCents }) => capCents));
  const most = Math.max(...capSteps.map(({ capCents }) => capCents));
  return [
    unless(isPool, 'yearlyPoolCents', code, 'The yearly pool is no amount that a network could have.'),
    unless(!isPool || most <= yearlyPoolCents, 'capSteps', code, 'One grant could take more than the yearly pool.'),
    unless(
      within(minimumPartialCents, 0, MOST_CENTS),
      'minimumPartialCents',
      code,
      'The least partial award is no amount.',
    ),
    unless(
      !(minimumPartialCents > least && least > 0),
      'minimumPartialCents',
      code,
      'The least partial award lies above a cap, under which no part could then be awarded.',
    ),
    unless(within(partialPercent, 0, 100), 'partialPercent', 'INTEGER', 'The least part of an award is no percentage.'),
  ];
}

function stepFlaws({ capSteps }: GrantsPolicy): readonly Found[] {
  const rises = every(capSteps, (step, before) => step.fromPercent > before.fromPercent);
  const falls = every(capSteps, (step, before) => step.capCents <= before.capCents);
  const percents = capSteps.every(({ fromPercent }) => within(fromPercent, 0, 1_000));
  const amounts = capSteps.every(({ capCents }) => within(capCents, 1, MOST_CENTS));
  return [
    unless(capSteps[0].fromPercent === 0, 'capSteps/0', 'CAP_STEPS', 'The cap schedule does not begin at 0%.'),
    unless(rises && percents, 'capSteps', 'CAP_STEPS', 'The cap schedule does not rise.'),
    unless(falls, 'capSteps', 'CAP_STEPS', 'A step of the cap schedule gives more where the fund runs hotter.'),
    unless(amounts, 'capSteps', 'AMOUNT_OUT_OF_BOUNDS', 'A step of the cap schedule is no amount.'),
  ];
}

function roundFlaws(policy: GrantsPolicy): readonly Found[] {
  const count = (at: keyof GrantsPolicy, most: number, detail: string, least = 0): Found =>
    unless(within(policy[at] as number, least, most), at, 'INTEGER', detail);
  return [
    count('opensDaysBefore', DAYS, 'The days before a quarter are no number of days.'),
    count('graceMinutes', 1_440, 'The grace is no number of minutes of a day.'),
    count('maxProposals', MOST_PROPOSALS, `A round takes 1 to ${MOST_PROPOSALS} proposals.`, 1),
    count('acceptanceDays', DAYS, 'The days to accept are no number of days.'),
    count('reportDays', DAYS, 'The days to report are no number of days.'),
  ];
}

function formFlaws({ version, categories, ineligible }: GrantForm): readonly Found[] {
  const all = [...categories, ...ineligible.map(({ category }) => category)];
  return [
    unless(within(version, 1, 1_000_000), 'form/version', 'INTEGER', 'The form has no version.'),
    unless(categories.length > 0, 'form/categories', 'INCOMPLETE', 'The form has no category of cost.'),
    unless(new Set(all).size === all.length, 'form', 'NAMED_TWICE', 'The form names a category twice.'),
  ];
}

/** Weights are percent, so that a score reads as 100 to 500 points under every policy. */
function rubricFlaws({ alignmentWeight, reachWeight, minScore, minReviews }: Rubric): readonly Found[] {
  const weights = within(alignmentWeight, 0, 100) && within(reachWeight, 0, 100);
  const sums = weights && alignmentWeight + reachWeight === 100;
  return [
    unless(sums, 'rubric', 'WEIGHTS', 'The weights of the rubric are whole percents that make 100 together.'),
    unless(within(minScore, 0, 500), 'rubric/minScore', 'SCORE_OUT_OF_RANGE', 'The least score cannot be reached.'),
    unless(within(minReviews, 1, 20), 'rubric/minReviews', 'INTEGER', 'A proposal needs 1 to 20 reviews.'),
  ];
}

const DAYS = 3_660;
const unless = (holds: boolean, at: string, code: string, detail: string): Found =>
  holds ? undefined : { pointer: `#/content/${at}`, code, detail };
const isDay = (monthDay: string): boolean => parseDate(`2026-${monthDay}`) !== undefined;
const within = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
const every = (steps: readonly CapStep[], fits: (step: CapStep, before: CapStep) => boolean): boolean =>
  steps.every((step, index) => {
    const before = steps[index - 1];
    return before === undefined || fits(step, before);
  });
