import { FundPool } from '#contexts/grants/commands/fund-pool';
import { LapsePool } from '#contexts/grants/commands/lapse-pool';
import type { PlainDate } from '#kernel/time/plain-date';
import { plainDate } from '#kernel/time/plain-date';
import { finance } from '../../people';
import { Random } from '../../simulation/random';
import { ifItCanBeDone } from '../../simulation/settle';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import type { DemoPartner } from '../../sources/partners';
import { deskAt } from '../calendar-of-a-year';
import { awardSteps } from './award';
import { review } from './review';
import type { DemoRound } from './round';
import { roundOf, roundSteps } from './round';
import { submission } from './submission';

/** How many of a hundred partners apply, by quarter: now and then for more than there is. */
const APPLY = { 1: 62, 2: 60, 3: 85, 4: 85 } as const;
const QUARTERS = [1, 2, 3, 4] as const;

/** The year's money, from the first working day on. */
export function fundingOf(year: number, on: PlainDate = plainDate(`${year}-01-02`)): Step {
  return { at: deskAt(on, 6), asks: [askOf(finance('finance-1'), `fund ${year}`, FundPool, { year })] };
}

/** The marketing grants of some years: pools, rounds, proposals, reviews, decisions, awards, and each year's end. */
export function grantsYears(partners: readonly DemoPartner[], years: readonly number[]): readonly Step[] {
  return years.flatMap((year) => [
    fundingOf(year),
    ...QUARTERS.flatMap((n) => quarterOf(partners, roundOf(year, n), APPLY[n])),
    lapseOf(year),
  ]);
}

function quarterOf(partners: readonly DemoPartner[], round: DemoRound, apply: number): readonly Step[] {
  const stories = partners.map((partner) => ({
    partner,
    random: new Random(`grants ${round.quarter}/${partner.slug}`),
  }));
  const applying = stories.filter(({ random }) => random.chance(apply / 100));
  return [
    ...roundSteps(round),
    ...applying.flatMap(({ partner, random }) => {
      const proposal = submission(random, partner, round);
      if (proposal.isOut) return proposal.steps;
      const { steps, decidedIn } = review(random, proposal, round);
      return [...proposal.steps, ...steps, ...awardSteps(random, proposal, decidedIn)];
    }),
  ];
}

/** In the spring after, once every round of the year is decided. */
function lapseOf(year: number): Step {
  const ask = askOf(finance('finance-3'), `lapse ${year}`, LapsePool, { year: String(year) });
  return { at: deskAt(plainDate(`${year + 1}-03-02`), 9), asks: [ask], settle: ifItCanBeDone };
}
