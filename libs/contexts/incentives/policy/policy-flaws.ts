import type { IncentivesPolicy, OutcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { informationWindowDays } from '#contexts/incentives/policy/incentives-policy';
import type { Cents } from '#kernel/money/cents';
import { dollars } from '#kernel/money/cents';
import { normalCode } from '#kernel/subjects/code';
import { parseDate } from '#kernel/time/plain-date';
import { isTimeZone } from '#kernel/time/zone';

/** What is wrong with a policy, each in a sentence; empty for one that may be published. */
export function policyFlaws(policy: IncentivesPolicy): readonly string[] {
  const { program, minimumCents, maximumCents, claimWindowDays, appealWindowDays, catalogue } = policy;
  const types = catalogue.map(({ type }) => type);
  return [
    unless(
      parseDate(`2026-${program.firstDay}`) !== undefined,
      `The program year cannot begin on ${program.firstDay}.`,
    ),
    unless(isTimeZone(program.zone), `${program.zone} is no time zone.`),
    unless(policy.annualCapCents >= 0, 'The annual cap is negative.'),
    unless(
      0 < minimumCents && minimumCents <= maximumCents,
      'The bounds of an approval do not lie one above the other.',
    ),
    unless(days(claimWindowDays), 'The claim window is no number of days.'),
    unless(days(appealWindowDays), 'The appeal window is no number of days.'),
    unless(days(informationWindowDays(policy)), 'The window for answers is no number of days.'),
    unless(new Set(types).size === types.length, 'The catalogue names an outcome type twice.'),
    ...catalogue.flatMap((rule) => ruleFlaws(rule, policy)),
  ].filter((flaw) => flaw !== undefined);
}

function ruleFlaws(
  rule: OutcomeRule,
  { minimumCents, maximumCents }: IncentivesPolicy,
): readonly (string | undefined)[] {
  const { type, amount, code, evidence, unique } = rule;
  const amounts: readonly Cents[] =
    amount.by === 'fixed' ? [amount.amountCents] : amount.tiers.map(({ amountCents }) => amountCents);
  const outside = amounts.find((one) => one < minimumCents || one > maximumCents);
  const starts = amount.by === 'units' ? amount.tiers.map(({ from }) => from) : [];
  const values = code?.values.map(normalCode) ?? [];
  return [
    outside === undefined
      ? undefined
      : `${type}: ${dollars(outside)} lies outside ${dollars(minimumCents)} to ${dollars(maximumCents)}.`,
    unless(
      starts.every((from, index) => index === 0 || from > (starts[index - 1] ?? from)),
      `${type}: the tiers do not rise.`,
    ),
    unless(new Set(values).size === values.length, `${type}: two codes are written the same.`),
    unless(code === undefined || values.length > 0, `${type}: needs a code and has none.`),
    unless(evidence.length > 0 && evidence.every((group) => group.length > 0), `${type}: asks for no evidence.`),
    unless(unique.per !== 'rolling-years' || days(unique.years - 1), `${type}: its span of years is no number.`),
  ];
}

const unless = (holds: boolean, flaw: string): string | undefined => (holds ? undefined : flaw);
const days = (count: number): boolean => Number.isSafeInteger(count) && count >= 0 && count <= 3_660;
