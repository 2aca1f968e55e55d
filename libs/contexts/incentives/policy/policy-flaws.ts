import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import { informationWindowDays } from '#contexts/incentives/policy/incentives-policy';
import { outcomeFlaws } from '#contexts/incentives/policy/outcome-flaws';
import type { OutcomeContent, PolicyContent } from '#contexts/incentives/policy/policy-content';
import type { Flaw } from '#kernel/decider/answer';
import { cents, dollars } from '#kernel/money/cents';
import { normalCode } from '#kernel/subjects/code';
import { parseDate } from '#kernel/time/plain-date';
import { isTimeZone } from '#kernel/time/zone';

/** Between these every incentive lies (the brief, "Incentives range from $300–$5,000"); a policy may be narrower. */
const BRIEF = { minimumCents: cents(300_00), maximumCents: cents(5_000_00) };
const DAYS_AT_MOST = 3_660;

/** What is wrong with a policy, all of it and each with its place; empty for one that may be published. */
export function policyFlaws(policy: PolicyContent): readonly Flaw[] {
  return [
    ...calendarFlaws(policy),
    ...boundFlaws(policy),
    ...windowFlaws(policy),
    ...twiceNamed(policy),
    ...policy.catalogue.flatMap((outcome, index) => outcomeFlaws(outcome, `#/content/catalogue/${index}`, policy)),
    ...alike(policy),
  ];
}

/** Whether a policy is without flaw, and so has the shape that deciders read. */
export function isSound(policy: PolicyContent): policy is IncentivesPolicy {
  return policyFlaws(policy).length === 0;
}

function calendarFlaws({ program: { firstDay, zone } }: PolicyContent): readonly Flaw[] {
  const at = '#/content/program';
  return [
    ...unless(parseDate(`2026-${firstDay}`) !== undefined, {
      ...{ pointer: `${at}/firstDay`, code: 'CALENDAR_UNKNOWN' },
      detail: `The program year cannot begin on ${firstDay}.`,
    }),
    ...unless(isTimeZone(zone), {
      ...{ pointer: `${at}/zone`, code: 'CALENDAR_UNKNOWN' },
      detail: `${zone} is no time zone.`,
    }),
  ];
}

function boundFlaws({ annualCapCents, minimumCents, maximumCents }: PolicyContent): readonly Flaw[] {
  const code = 'AMOUNT_OUT_OF_BOUNDS';
  return [
    ...unless(annualCapCents >= 0, {
      pointer: '#/content/annualCapCents',
      code,
      detail: 'The annual cap is negative.',
    }),
    ...unless(minimumCents >= BRIEF.minimumCents, {
      ...{ pointer: '#/content/minimumCents', code },
      detail: `An incentive is at least ${dollars(BRIEF.minimumCents)}; the least here is ${dollars(minimumCents)}.`,
    }),
    ...unless(maximumCents <= BRIEF.maximumCents, {
      ...{ pointer: '#/content/maximumCents', code },
      detail: `An incentive is at most ${dollars(BRIEF.maximumCents)}; the most here is ${dollars(maximumCents)}.`,
    }),
    ...unless(minimumCents <= maximumCents, {
      ...{ pointer: '#/content/minimumCents', code },
      detail: 'The bounds of an approval do not lie one above the other.',
    }),
  ];
}

function windowFlaws(policy: PolicyContent): readonly Flaw[] {
  const windows = [
    ['claimWindowDays', policy.claimWindowDays, 'The claim window'],
    ['appealWindowDays', policy.appealWindowDays, 'The appeal window'],
    ['informationWindowDays', informationWindowDays(policy), 'The window for answers'],
  ] as const;
  return windows.flatMap(([name, days, words]) =>
    unless(Number.isSafeInteger(days) && days >= 0 && days <= DAYS_AT_MOST, {
      ...{ pointer: `#/content/${name}`, code: 'INTEGER' },
      detail: `${words} is no number of days.`,
    }),
  );
}

function twiceNamed({ catalogue }: PolicyContent): readonly Flaw[] {
  return catalogue.flatMap(({ type }, index) =>
    unless(catalogue.findIndex((one) => one.type === type) === index, {
      ...{ pointer: `#/content/catalogue/${index}/type`, code: 'NAMED_TWICE' },
      detail: `The catalogue names ${type} twice.`,
    }),
  );
}

/** Two outcomes that the same files prove about the same subject and code: one piece of work would be paid as both. */
function alike({ catalogue }: PolicyContent): readonly Flaw[] {
  const proofs = catalogue.map(proofOf);
  return catalogue.flatMap(({ type }, index) => {
    const first = catalogue[proofs.indexOf(proofs[index] ?? '')];
    return unless(first === undefined || first.type === type, {
      ...{ pointer: `#/content/catalogue/${index}/evidence`, code: 'OUTCOMES_OVERLAP' },
      detail: `${type} is proved by what already proves ${first?.type ?? ''}: one outcome would be paid twice.`,
    });
  });
}

/** What proves an outcome, as a text that does not depend on the order in which it is written down. */
function proofOf({ subject, code, evidence }: OutcomeContent): string {
  const groups = evidence.map((group) => [...group].sort().join('|')).sort();
  return JSON.stringify([subject, ...(code === undefined ? [] : [code.field, ...code.values].map(normalCode)), groups]);
}

const unless = (holds: boolean, flaw: Flaw): readonly Flaw[] => (holds ? [] : [flaw]);
