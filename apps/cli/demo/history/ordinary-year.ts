import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { Random } from '../simulation/random';
import type { Step } from '../simulation/step';
import type { DemoPartner } from '../sources/partners';
import { outcomeDay, partnerTime } from './calendar-of-a-year';
import type { Filing, Outcome } from './filing';
import { filed, filingOf } from './filing';
import { accepted, lifeOf } from './life';
import { filedTwice, justTooLate, onLastEvening, withSlip } from './mistakes';
import type { Taken } from './outcomes';
import { drawOutcome, worthOf } from './outcomes';
import { schoolBeyond } from './territory';

/** How much of its cap a partner sets out to use: a few hardly any, some more than there is. */
const APPETITES: readonly (readonly [dollars: number, weight: number])[] = [
  [9_000, 1],
  [17_000, 3],
  [22_000, 4],
  [26_000, 3],
  [32_000, 2],
];
/** What leaves room for a scene, however the year goes. */
const MODEST_DOLLARS = 14_000;
const CLAIMS_AT_MOST = 40;

export interface Year {
  readonly year: number;
  readonly taken: Taken;
  /** Leave room under the cap for a scene. */
  readonly isModest: boolean;
  /** The last day on which the partner reaches anything. */
  readonly until?: PlainDate;
}

/** A partner's year: the outcomes it reaches, when it files them, what slips on the way, and what becomes of them. */
export function ordinaryYear(partner: DemoPartner, { year, taken, isModest, until }: Year): readonly Step[] {
  const random = new Random(`${year}/${partner.slug}`);
  const appetite = random.weighted(APPETITES);
  let left = 100 * (isModest ? Math.min(appetite, MODEST_DOLLARS) : appetite);
  const steps: Step[] = [];
  for (let n = 1; n <= CLAIMS_AT_MOST && left > 0; n += 1) {
    const date = outcomeDay(random, year);
    if (until !== undefined && date > until) continue;
    const outcome = drawOutcome(random, partner, date, taken);
    if (outcome === undefined) break;
    left -= worthOf(outcome);
    steps.push(...storyOf(random, filingFor(random, partner, outcome, date, `claim ${year}/${partner.slug}/${n}`)));
    steps.push(...secondCourse(random, partner, outcome, date, taken, `claim ${year}/${partner.slug}/${n}b`));
  }
  return steps;
}

function filingFor(random: Random, partner: DemoPartner, outcome: Outcome, date: PlainDate, name: string): Filing {
  const beyond = outcome.outcomeType === 'course-launched' && random.chance(0.02);
  const subjectId = beyond ? schoolBeyond(partner, random.int(1, 9_999)) : outcome.subjectId;
  const staff = random.chance(0.7) ? 1 : 2;
  return filingOf(name, partner.slug, { ...outcome, subjectId }, date, filingTime(random, partner, date), staff);
}

/** Mostly within three weeks, some after two months. */
function filingTime(random: Random, { timeZone }: DemoPartner, date: PlainDate): Instant {
  const days = random.chance(0.85) ? random.int(2, 21) : random.int(22, 80);
  return partnerTime(random, date, days, timeZone);
}

function storyOf(random: Random, filing: Filing): readonly Step[] {
  const turn = random.next();
  if (turn < 0.08) {
    const slip = withSlip(random, filing);
    return [...slip.steps, ...lifeOf(random, slip.filing)];
  }
  if (turn < 0.11) return [...filed(filing), ...filedTwice(random, filing), ...accepted(random, filing)];
  if (turn < 0.13) return filed(justTooLate(random, filing));
  const onTime = turn < 0.17 ? onLastEvening(random, filing) : filing;
  return [...filed(onTime), ...lifeOf(random, onTime)];
}

/** One master schedule shows two courses: the second claim names the same file, and is flagged for it. */
function secondCourse(
  random: Random,
  partner: DemoPartner,
  outcome: Outcome,
  date: PlainDate,
  taken: Taken,
  name: string,
): readonly Step[] {
  if (outcome.courseCode === undefined || !random.chance(0.08)) return [];
  const other = { ...outcome, courseCode: outcome.courseCode === 'CSP' ? 'CSD' : 'CSP' };
  if (!taken.take(other, date)) return [];
  const first = filingOf(name.slice(0, -1), partner.slug, outcome, date, filingTime(random, partner, date));
  const filing = { ...first, name, outcome: other };
  return [...filed(filing), ...lifeOf(random, filing)];
}
