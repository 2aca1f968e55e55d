import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { outcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { present } from '#kernel/assert/assert';
import type { Cents } from '#kernel/money/cents';
import type { SubjectId } from '#kernel/subjects/subject-id';
import type { PlainDate } from '#kernel/time/plain-date';
import { halfOf, programYearOf } from '#kernel/time/program-calendar';
import type { Random } from '../simulation/random';
import type { DemoPartner } from '../sources/partners';
import type { Outcome } from './filing';
import { districtsFor, schoolsFor } from './territory';

/** Course launches and implementing teachers are the daily bread; a district is onboarded once in its life. */
const MIX: readonly (readonly [type: string, weight: number])[] = [
  ['course-launched', 48],
  ['teachers-implementing', 27],
  ['cs-staff-appointed', 7],
  ['cs-policy-adopted', 7],
  ['coach-cohort-managed', 5],
  ['strategic-plan-completed', 3],
  ['district-onboarded', 3],
];
const DRAWS = 30;

/** Which outcomes somebody claims already, so that a duplicate happens only where it is meant to. */
export class Taken {
  private readonly keys = new Set<string>();

  /** False when it was taken before. */
  take(outcome: Outcome, date: PlainDate): boolean {
    const key = keyOf(outcome, date);
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    return true;
  }
}

/** An outcome of the partner that nobody claims yet; undefined when chance finds none. */
export function drawOutcome(random: Random, partner: DemoPartner, date: PlainDate, taken: Taken): Outcome | undefined {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const outcome = detailed(random, random.weighted(MIX), partner, date);
    if (taken.take(outcome, date)) return outcome;
  }
  return undefined;
}

/** What the catalogue pays for an outcome. */
export function worthOf({ outcomeType, units = 0 }: Outcome): Cents {
  const { amount } = present(outcomeRule(defaultIncentivesPolicy, outcomeType), `the catalogue's ${outcomeType}`);
  if (amount.by === 'fixed') return amount.amountCents;
  return (amount.tiers.findLast(({ from }) => from <= units) ?? amount.tiers[0]).amountCents;
}

function detailed(random: Random, outcomeType: string, partner: DemoPartner, date: PlainDate): Outcome {
  const rule = present(outcomeRule(defaultIncentivesPolicy, outcomeType), `the catalogue's ${outcomeType}`);
  const subjectId = drawSubject(random, rule.subject, partner, date);
  const units = rule.amount.by === 'units' ? { units: random.weighted(CLASSES)(random) } : {};
  return { outcomeType, subjectId, ...units, ...(rule.code && { [rule.code.field]: random.pick(rule.code.values) }) };
}

/** Teachers, most often few: the borders of the tiers (5, 15, 30) are met too. */
const CLASSES: readonly (readonly [(random: Random) => number, number])[] = [
  [(random) => random.int(5, 14), 60],
  [(random) => random.int(15, 29), 30],
  [(random) => random.int(30, 64), 10],
];

function drawSubject(random: Random, kind: string, partner: DemoPartner, date: PlainDate): SubjectId {
  if (kind === 'district') return random.pick(districtsFor(partner));
  if (kind === 'school') return random.pick(schoolsFor(partner));
  return `cohort:${partner.slug}-${date.slice(0, 4)}-${random.int(1, 6)}`;
}

function keyOf({ outcomeType, subjectId, courseCode = '', policyCode = '' }: Outcome, date: PlainDate): string {
  const { program } = defaultIncentivesPolicy;
  const year = programYearOf(date, program);
  const key = [outcomeType, subjectId, courseCode, policyCode];
  const unique = outcomeRule(defaultIncentivesPolicy, outcomeType)?.unique.per;
  if (unique === 'program-year') key.push(String(year));
  if (unique === 'half-year') key.push(`${year}-${halfOf(date, program)}`);
  // A plan holds for three years, and the demo tells of two: as good as for ever.
  return key.join('|');
}
