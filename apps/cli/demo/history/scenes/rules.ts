import { DraftIncentivesPolicy } from '#contexts/incentives/commands/draft-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';
import type { ProgramHandle } from '../../people';
import { program } from '../../people';
import { partnerIdOf } from '../../simulation/names';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { deskAt } from '../calendar-of-a-year';
import type { Scene } from './scene';
import { day } from './scene';
import { confirmed, wanted } from './two-people';

/** The cap while the budget of last year was being settled: whoever had used more was over it by policy change. */
const LOWERED: IncentivesPolicy = { ...defaultIncentivesPolicy, annualCapCents: cents(24_000_00) };
/** The cap as it was, beside a budget that all partners together could exceed. */
const RESTORED: IncentivesPolicy = { ...defaultIncentivesPolicy, yearlyBudgetCents: cents(1_200_000_00) };
/** What the program thinks of paying for next year. */
const WITH_CLUBS: IncentivesPolicy = {
  ...RESTORED,
  catalogue: [
    ...RESTORED.catalogue,
    {
      type: 'coding-club-founded',
      area: 'teacher-implementation',
      amount: { by: 'fixed', amountCents: cents(500_00) },
      subject: 'school',
      unique: { per: 'program-year' },
      evidence: [['club-roster']],
    },
  ],
};

/** Rules of last year that came and went, each wanted by two, and one for next year that waits for its second. */
export const changingRules: Scene = {
  cast: [],
  play({ lastYear, lastDay }) {
    const next = day(lastYear + 2, '01-01');
    return [
      drafted(2, LOWERED, day(lastYear, '10-01'), day(lastYear, '09-14'), 'program-1'),
      published(2, day(lastYear, '09-14'), 'program-1'),
      confirmed('publish policy 2', deskAt(day(lastYear, '09-15'), 16), 'program-2', 'Until the budget is settled.'),
      drafted(3, RESTORED, day(lastYear, '11-10'), day(lastYear, '11-03'), 'program-2'),
      published(3, day(lastYear, '11-03'), 'program-2'),
      confirmed('publish policy 3', deskAt(day(lastYear, '11-04'), 16), 'program-3'),
      drafted(4, WITH_CLUBS, next, addDays(lastDay, -6), 'program-3'),
      published(4, addDays(lastDay, -6), 'program-3'),
    ];
  },
};

/** More than the cap for one partner this year, wanted by two; for another, one has asked. */
export const moreThanTheCap: Scene = {
  cast: ['friday-institute', 'tcnj'],
  play({ lastYear, lastDay }) {
    const reason = 'It takes over the districts of a partner that left.';
    const more = (slug: string, sum: number) => ({
      name: 'OverrideCap',
      payload: {
        ...{ partnerId: partnerIdOf(slug), year: lastYear + 1, cents: cents(sum), reason },
        expiresOn: day(lastYear + 1, '12-31'),
      },
      path: '/v1/cap-overrides',
    });
    const [granted, asked] = ['friday-institute', 'tcnj'].map((slug) => `more for ${slug}`) as [string, string];
    return [
      wanted(granted, more('friday-institute', 5_000_00), deskAt(day(lastYear, '12-08'), 11), 'program-1'),
      confirmed(granted, deskAt(day(lastYear, '12-10'), 11), 'program-3', 'Seen the agreement.'),
      wanted(asked, more('tcnj', 2_500_00), deskAt(addDays(lastDay, -5), 11), 'program-1'),
    ];
  },
};

function drafted(
  version: number,
  content: IncentivesPolicy,
  effectiveFrom: PlainDate,
  on: PlainDate,
  by: ProgramHandle,
): Step {
  const members = { effectiveFrom, content };
  return { at: deskAt(on, 14), asks: [askOf(program(by), `draft policy ${version}`, DraftIncentivesPolicy, members)] };
}

function published(version: number, on: PlainDate, by: ProgramHandle): Step {
  const act = {
    ...{ name: 'PublishDraftedPolicy', payload: { version } },
    path: `/v1/policies/incentives/${version}/publish`,
  };
  return wanted(`publish policy ${version}`, act, deskAt(on, 15), by);
}
