import { cents, greater } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { ProgramHandle } from '../people';
import type { Random } from '../simulation/random';
import type { Step } from '../simulation/step';
import { approved, denied, verified, withdrawn } from './acts';
import { deskTime } from './calendar-of-a-year';
import type { Filing } from './filing';
import { worthOf } from './outcomes';

const PROGRAM_STAFF: readonly ProgramHandle[] = ['program-1', 'program-2', 'program-3'];
const LEAST = cents(300_00);

type Fate = (random: Random, filing: Filing) => readonly Step[];

/** What becomes of a claim, so often of a hundred. Whatever lies beyond the end of the story has not happened yet. */
const FATES: readonly (readonly [Fate, number])[] = [
  [accepted, 75],
  [reduced, 4],
  [turnedDown, 6],
  [turnedDownAfterVerification, 4],
  [takenBack, 5],
  [leftLying, 6],
];

export function lifeOf(random: Random, filing: Filing): readonly Step[] {
  return random.weighted(FATES)(random, filing);
}

/** Two people of the staff: whoever verified a claim may not approve it. */
export function twoOfStaff(random: Random): readonly [verifier: ProgramHandle, approver: ProgramHandle] {
  const verifier = random.pick(PROGRAM_STAFF);
  return [verifier, random.pick(PROGRAM_STAFF.filter((handle) => handle !== verifier))];
}

/** Verified within two weeks, approved some days later by somebody else. */
export function accepted(random: Random, filing: Filing): readonly Step[] {
  const [verifier, approver] = twoOfStaff(random);
  const looked = verifiedSoon(random, filing.at);
  return [verified(filing, looked, verifier), approved(filing, deskTime(random, looked, random.int(1, 8)), approver)];
}

function reduced(random: Random, filing: Filing): readonly Step[] {
  const [verifier, approver] = twoOfStaff(random);
  const looked = verifiedSoon(random, filing.at);
  const approvedCents = greater(LEAST, cents(Math.floor(worthOf(filing.outcome) / 2)));
  const reason = 'The evidence shows a part of what was claimed; that part is approved.';
  return [
    verified(filing, looked, verifier, { reason: 'In part: see the roster for the sections that ran.' }),
    approved(filing, deskTime(random, looked, random.int(1, 8)), approver, { approvedCents, reason }),
  ];
}

const DENIALS = [
  'The file is unsigned; the outcome needs the signed version.',
  'The date on the file lies outside the program year that was claimed.',
  'The course does not appear on the schedule that was sent.',
  'The roster lists sections without an assigned teacher.',
  'The board took note of the proposal but did not adopt it.',
];

function turnedDown(random: Random, filing: Filing): readonly Step[] {
  return [denied(filing, verifiedSoon(random, filing.at), random.pick(PROGRAM_STAFF), random.pick(DENIALS))];
}

function turnedDownAfterVerification(random: Random, filing: Filing): readonly Step[] {
  const [verifier, approver] = twoOfStaff(random);
  const looked = verifiedSoon(random, filing.at);
  return [
    verified(filing, looked, verifier),
    denied(filing, deskTime(random, looked, random.int(1, 8)), approver, random.pick(DENIALS)),
  ];
}

function takenBack(random: Random, filing: Filing): readonly Step[] {
  const looked = verifiedSoon(random, filing.at);
  const regretted = deskTime(random, looked, random.int(1, 3));
  return random.chance(0.3)
    ? [verified(filing, looked, random.pick(PROGRAM_STAFF)), withdrawn(filing, regretted)]
    : [withdrawn(filing, regretted)];
}

/** The queue has its old files too. */
function leftLying(random: Random, filing: Filing): readonly Step[] {
  const [verifier, approver] = twoOfStaff(random);
  const looked = deskTime(random, filing.at, random.int(25, 60));
  return [verified(filing, looked, verifier), approved(filing, deskTime(random, looked, random.int(5, 20)), approver)];
}

const verifiedSoon = (random: Random, at: Instant): Instant => deskTime(random, at, random.int(3, 13));
