import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { RequestApproval } from '#contexts/access/commands/request-approval';
import { ChangeRoundCap } from '#contexts/grants/commands/change-round-cap';
import { CloseRound } from '#contexts/grants/commands/close-round';
import { ExtendRound } from '#contexts/grants/commands/extend-round';
import { Goal, OpenRound } from '#contexts/grants/commands/open-round';
import { PromoteWaitlist } from '#contexts/grants/commands/promote-waitlist';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { program } from '../../people';
import { atLocal, PROGRAM_ZONE } from '../../simulation/moments';
import { approvalIdOf } from '../../simulation/names';
import { ifItCanBeDone, onItsSlate } from '../../simulation/settle';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { deskAt } from '../calendar-of-a-year';

/** A quarter's round and its days: open for nine weeks, read for ten days, decided before the quarter is over. */
export interface DemoRound {
  readonly quarter: string;
  readonly year: number;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly decidedOn: PlainDate;
}

export function roundOf(year: number, n: 1 | 2 | 3 | 4): DemoRound {
  const day = (month: number, date: string): PlainDate =>
    plainDate(`${year}-${String(3 * (n - 1) + month).padStart(2, '0')}-${date}`);
  const quarter = `${year}-Q${n}`;
  return { quarter, year, opensOn: day(1, '05'), closesOn: day(3, '10'), decidedOn: day(3, '23') };
}

export function roundAfter({ quarter, year }: DemoRound): DemoRound {
  const n = Number(quarter.slice(-1));
  return n === 4 ? roundOf(year + 1, 1) : roundOf(year, (n + 1) as 2 | 3 | 4);
}

const GOALS: Readonly<Record<string, string>> = {
  rural: 'Bring computer science to rural districts.',
  elementary: 'Win elementary schools for a first course.',
  counselors: 'Have counselors know what the courses lead to.',
};
export const GOAL_IDS = Object.keys(GOALS);

/** From its opening to its decision, with what is particular about some. */
export function roundSteps(round: DemoRound): readonly Step[] {
  const { quarter, opensOn, closesOn, decidedOn } = round;
  const goals = Object.entries(GOALS).map(([id, text]) => Object.assign(new Goal(), { id, text }));
  const opensAt = atLocal(opensOn, 0, PROGRAM_ZONE);
  const closesAt = atLocal(closesOn, 0, PROGRAM_ZONE);
  const asked = `ask to decide ${quarter}`;
  return [
    one(deskAt(opensOn, 7), program('program-1'), `open ${quarter}`, OpenRound, { quarter, opensAt, closesAt, goals }),
    ...particular(round),
    one(deskAt(addDays(closesOn, 1), 8), program('program-3'), `close ${quarter}`, CloseRound, { quarter }),
    {
      ...one(deskAt(decidedOn, 10), program('program-1'), asked, RequestApproval, { command: NOT_KNOWN }),
      settle: onItsSlate(quarter),
    },
    {
      ...one(deskAt(decidedOn, 14), program('program-2'), `decide ${quarter}`, ConfirmApproval, {
        approvalId: approvalIdOf(asked),
        note: 'As we went through it line by line.',
      }),
      after: asked,
      settle: ifItCanBeDone,
    },
    ...[40, 60].map((days): Step => ({
      ...one(
        deskAt(addDays(decidedOn, days), 11),
        program('program-2'),
        `promote ${quarter} ${days}`,
        PromoteWaitlist,
        {
          quarter,
        },
      ),
      settle: ifItCanBeDone,
    })),
  ];
}

/** Filled in with the slate of its moment. */
const NOT_KNOWN = { name: 'AllocateRound', version: 1, payload: {}, path: '' };

/** The second quarter waits for late partners; the fourth lowers its cap once the fund runs hot. */
function particular({ quarter, closesOn, opensOn }: DemoRound): readonly Step[] {
  if (quarter.endsWith('Q2')) {
    const closesAt = atLocal(addDays(closesOn, 1), 0, PROGRAM_ZONE);
    const members = { quarter, closesAt, reason: 'The sign-in service was down for an afternoon.' };
    return [one(deskAt(addDays(closesOn, -4), 9), program('program-3'), `extend ${quarter}`, ExtendRound, members)];
  }
  if (!quarter.endsWith('Q4')) return [];
  const members = {
    quarter,
    capPerPartnerCents: cents(2_500_00),
    reason: 'Many partners ask; more of them get a share.',
  };
  return [
    one(deskAt(addDays(opensOn, 24), 9), program('program-3'), `lower the cap of ${quarter}`, ChangeRoundCap, members),
  ];
}

function one<C extends Step['asks'][number]['command']>(
  at: Step['at'],
  who: Parameters<typeof askOf>[0],
  name: string,
  type: new () => C,
  members: Omit<C, never>,
): Step {
  return { at, asks: [askOf(who, name, type, members)] };
}
