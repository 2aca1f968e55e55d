import { AssignReviewers } from '#contexts/grants/commands/assign-reviewers';
import { DeclareConflict } from '#contexts/grants/commands/declare-conflict';
import { DeferProposal } from '#contexts/grants/commands/defer-proposal';
import { ReviewProposal } from '#contexts/grants/commands/review-proposal';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import { addDays } from '#kernel/time/plain-date';
import { program, reviewer } from '../../people';
import { plusMs } from '../../simulation/moments';
import { personIdOf, proposalIdOf } from '../../simulation/names';
import type { Random } from '../../simulation/random';
import { ifItCanBeDone } from '../../simulation/settle';
import type { Step } from '../../simulation/step';
import { askOf } from '../../simulation/step';
import { deskAt } from '../calendar-of-a-year';
import type { DemoRound } from './round';
import { roundAfter } from './round';
import type { Submitted } from './submission';

type Nth = 1 | 2 | 3 | 4;
const REVIEWERS: readonly Nth[] = [1, 2, 3, 4];
const QUARTER_HOUR_MS = 900_000;
const SCORES: readonly (readonly [score: number, weight: number])[] = [
  [5, 4],
  [4, 5],
  [3, 3],
  [2, 1],
];

/** What reviewers do with a proposal, and the round that then decides it. */
export interface Reviewed {
  readonly steps: readonly Step[];
  readonly decidedIn: DemoRound;
}

/** Two reviewers a proposal, a third where one has a conflict; read on the days after the close. */
export function review(random: Random, { name, askedCents }: Submitted, round: DemoRound): Reviewed {
  const decided = (steps: readonly Step[]): Reviewed => ({ steps, decidedIn: round });
  const [first, second, third] = drawn(random);
  const readOn = deskAt(addDays(round.closesOn, random.int(2, 6)), random.int(8, 15), random.int(0, 59));
  const assignedAt = deskAt(addDays(round.closesOn, 1), random.int(9, 15), random.int(0, 59));
  const turn = random.next();
  const reviews = (who: readonly Nth[]): readonly Step[] =>
    who.flatMap((n, index) => scored(random, name, n, plusMs(readOn, index * QUARTER_HOUR_MS), askedCents));
  if (turn < 0.08) {
    // One of them works with the partner's board: somebody else reads it.
    const declared = declare(name, second, true, plusMs(readOn, -QUARTER_HOUR_MS), 'I advise their board.');
    const again = assign(name, [third], plusMs(readOn, -QUARTER_HOUR_MS / 2), 'again');
    return decided([assign(name, [first, second], assignedAt), declared, again, ...reviews([first, third])]);
  }
  if (turn < 0.11) {
    // The second is ill: it goes to the next round with the review it has, and is read again then.
    const decidedIn = roundAfter(round);
    const next = deskAt(addDays(decidedIn.closesOn, 4), 13, random.int(0, 59));
    const again = scored(random, name, second, next, askedCents);
    const steps = [assign(name, [first, second], assignedAt), ...reviews([first]), deferred(name, round), ...again];
    return { steps, decidedIn };
  }
  if (turn < 0.14) {
    // A conflict that comes to light when the round is decided: the decision stands, and the slate is shown without it.
    const late = declare(name, first, true, deskAt(addDays(round.decidedOn, 3), 9), 'My daughter starts there in May.');
    return decided([assign(name, [first, second], assignedAt), ...reviews([first, second]), late]);
  }
  return decided([assign(name, [first, second], assignedAt), ...reviews([first, second])]);
}

function drawn(random: Random): readonly [Nth, Nth, Nth] {
  const first = random.pick(REVIEWERS);
  const second = random.pick(REVIEWERS.filter((n) => n !== first));
  return [first, second, random.pick(REVIEWERS.filter((n) => n !== first && n !== second))];
}

function assign(name: string, who: readonly Nth[], at: Instant, more = ''): Step {
  const reviewerIds = who.map((n) => personIdOf(`reviewer-${n}`));
  const members = { proposalId: proposalIdOf(name), reviewerIds };
  return reading(name, at, askOf(program('program-3'), `assign ${name} ${more}`, AssignReviewers, members));
}

function declare(name: string, n: Nth, conflict: boolean, at: Instant, reason?: string): Step {
  const said = reason === undefined ? {} : { reason };
  const members = { proposalId: proposalIdOf(name), conflict, ...said };
  return reading(name, at, askOf(reviewer(n), `declare ${conflict} ${name} ${n}`, DeclareConflict, members));
}

function scored(random: Random, name: string, n: Nth, at: Instant, askedCents: Cents): readonly Step[] {
  const [alignment, reach] = [random.weighted(SCORES), random.weighted(SCORES)];
  const less = random.chance(0.15) ? { recommendedCents: cents(Math.ceil(askedCents * 0.7)) } : {};
  const comment = alignment >= 4 ? 'Speaks to the goal of the quarter.' : 'The link to the goal is thin.';
  const members = { proposalId: proposalIdOf(name), alignment, reach, comment, ...less };
  const review = askOf(reviewer(n), `review ${name} ${n}`, ReviewProposal, members);
  return [declare(name, n, false, at), reading(name, plusMs(at, QUARTER_HOUR_MS / 2), review)];
}

function deferred(name: string, round: DemoRound): Step {
  const members = { proposalId: proposalIdOf(name), reason: 'One review is missing.' };
  const at = deskAt(addDays(round.decidedOn, -2), 16);
  return reading(name, at, askOf(program('program-3'), `defer ${name}`, DeferProposal, members));
}

/** Nobody reads what was refused, is co-signed by nobody, or waits for a round that is not open yet. */
function reading(name: string, at: Instant, ask: Step['asks'][number]): Step {
  return { at, asks: [ask], after: name, settle: ifItCanBeDone };
}
