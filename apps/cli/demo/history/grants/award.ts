import { AcceptAward } from '#contexts/grants/commands/accept-award';
import { AcceptReport } from '#contexts/grants/commands/accept-report';
import { AmendAward } from '#contexts/grants/commands/amend-award';
import { CloseAward } from '#contexts/grants/commands/close-award';
import { DeclineAward } from '#contexts/grants/commands/decline-award';
import { Actual, ReportAward } from '#contexts/grants/commands/report-award';
import { ReturnFunds } from '#contexts/grants/commands/return-funds';
import { ReverseAward } from '#contexts/grants/commands/reverse-award';
import { RepayReceivable } from '#contexts/payouts/commands/repay-receivable';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';
import { finance, program, staff } from '../../people';
import { awardIdOf, receivableIdOf } from '../../simulation/names';
import type { Random } from '../../simulation/random';
import { allThatIsOwed, ifItCanBeDone, ifItIsHeard } from '../../simulation/settle';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { deskAt } from '../calendar-of-a-year';
import type { DemoRound } from './round';
import type { Submitted } from './submission';

type Fate = (random: Random, proposal: Submitted, decidedOn: PlainDate) => readonly Step[];

/** The system lets it lapse. */
const unanswered: Fate = () => [];

/** What becomes of an offer, so often of a hundred. Whoever was offered nothing does none of it. */
const FATES: readonly (readonly [Fate, number])[] = [
  [carriedOut, 66],
  [forLess, 8],
  [declined, 10],
  [unanswered, 8],
  [changedAfterwards, 4],
  [takenBack, 4],
];

export function awardSteps(random: Random, proposal: Submitted, { decidedOn }: DemoRound): readonly Step[] {
  return random.weighted(FATES)(random, proposal, decidedOn);
}

function carriedOut(random: Random, proposal: Submitted, decidedOn: PlainDate): readonly Step[] {
  const acceptedOn = addDays(decidedOn, random.int(2, 20));
  // An offer that came late, off the waitlist, is accepted then.
  return [
    ...(random.chance(0.05) ? [tooMuch(proposal, decidedOn)] : []),
    accepted(proposal, acceptedOn, 'at once'),
    accepted(proposal, addDays(decidedOn, 62), 'off the waitlist'),
    ...reported(random, proposal, addDays(decidedOn, random.int(35, 95)), random.chance(0.5) ? 1 : 0.85),
    ...reported(random, proposal, addDays(decidedOn, 118), 1, 'in the end'),
  ];
}

/** A cent more than was asked for: refused, and put right later. */
function tooMuch({ name, slug, askedCents }: Submitted, decidedOn: PlainDate): Step {
  const members = { awardId: awardIdOf(name), acceptedCents: cents(askedCents + 1) };
  const ask = askOf(staff(slug, 2), `accept ${name} and a cent`, AcceptAward, members);
  return { ...on(addDays(decidedOn, 1), 12, ask), settle: ifItIsHeard };
}

function forLess(random: Random, proposal: Submitted, decidedOn: PlainDate): readonly Step[] {
  const acceptedCents = cents(Math.floor(proposal.askedCents / 2));
  return [
    accepted(proposal, addDays(decidedOn, random.int(2, 20)), 'for less', { acceptedCents }),
    ...reported(random, proposal, addDays(decidedOn, random.int(70, 110)), 0.5),
  ];
}

function declined(random: Random, { name, slug }: Submitted, decidedOn: PlainDate): readonly Step[] {
  const ask = askOf(staff(slug, 1), `decline ${name}`, DeclineAward, { awardId: awardIdOf(name) });
  return [on(addDays(decidedOn, random.int(2, 20)), 11, ask)];
}

/** The venue fell through: a smaller event, for less money. */
function changedAfterwards(random: Random, proposal: Submitted, decidedOn: PlainDate): readonly Step[] {
  const { name, askedCents } = proposal;
  const acceptedCents = cents(Math.floor(askedCents / 3));
  const members = { awardId: awardIdOf(name), acceptedCents, reason: 'A smaller hall, as agreed.' };
  return [
    accepted(proposal, addDays(decidedOn, 5), 'at once'),
    on(addDays(decidedOn, 25), 14, askOf(program('program-3'), `amend ${name}`, AmendAward, members)),
    ...reported(random, proposal, addDays(decidedOn, 75), 0.3),
  ];
}

function takenBack(_random: Random, proposal: Submitted, decidedOn: PlainDate): readonly Step[] {
  const { name } = proposal;
  const members = { awardId: awardIdOf(name), reason: 'ineligible' as const, note: 'Another fund pays for the event.' };
  return [
    accepted(proposal, addDays(decidedOn, 6), 'at once'),
    on(addDays(decidedOn, 30), 10, askOf(program('program-3'), `reverse ${name}`, ReverseAward, members)),
    givenBack(proposal, addDays(decidedOn, 50)),
  ];
}

/** What was spent and reached; found to be in order, the rest given back, closed. */
function reported(
  random: Random,
  proposal: Submitted,
  onDay: PlainDate,
  share: number,
  how = 'in time',
): readonly Step[] {
  const { name, slug, askedCents } = proposal;
  const actual = { metric: 'people-reached' as const, actual: 10 * random.int(3, 65) };
  const members = {
    ...{ awardId: awardIdOf(name), spentCents: cents(Math.floor(askedCents * share)) },
    actualOutcomes: [Object.assign(new Actual(), actual)],
  };
  const award = { awardId: awardIdOf(name) };
  return [
    on(onDay, 15, askOf(staff(slug, 1), `report ${name} ${how}`, ReportAward, members)),
    on(addDays(onDay, 6), 9, askOf(program('program-3'), `accept the report of ${name} ${how}`, AcceptReport, award)),
    repaid(proposal, addDays(onDay, 20), how),
    on(addDays(onDay, 27), 9, askOf(program('program-3'), `close ${name} ${how}`, CloseAward, award)),
  ];
}

/** What the report left unspent is receivable, and comes back there. */
function repaid({ name }: Submitted, onDay: PlainDate, how: string): Step {
  const receivableId = receivableIdOf(`accept the report of ${name} ${how}`);
  const members = { receivableId, repaidCents: cents(0), receivedOn: onDay };
  const ask = askOf(finance('finance-2'), `return of ${name} ${how}`, RepayReceivable, members);
  return { ...on(onDay, 10, ask), settle: allThatIsOwed('repaidCents') };
}

/** What was paid of an award that was taken back. */
function givenBack({ name }: Submitted, onDay: PlainDate): Step {
  const members = { awardId: awardIdOf(name), returnedCents: cents(0), how: 'repaid' as const };
  const ask = askOf(finance('finance-2'), `return of ${name}`, ReturnFunds, members);
  return { ...on(onDay, 10, ask), settle: allThatIsOwed('returnedCents') };
}

function accepted(
  { name, slug }: Submitted,
  onDay: PlainDate,
  how: string,
  more: Pick<AcceptAward, 'acceptedCents'> = {},
): Step {
  const members = { awardId: awardIdOf(name), ...more };
  return on(onDay, 13, askOf(staff(slug, 1), `accept ${name} ${how}`, AcceptAward, members));
}

function on(day: PlainDate, hour: number, ask: Step['asks'][number]): Step {
  return { at: deskAt(day, hour), asks: [ask], settle: ifItCanBeDone };
}
