import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import type { AmountContent, OutcomeContent } from '#contexts/incentives/policy/policy-content';
import type { Flaw } from '#kernel/decider/answer';
import type { Cents } from '#kernel/money/cents';
import { dollars } from '#kernel/money/cents';
import { normalCode } from '#kernel/subjects/code';

type Bounds = Pick<IncentivesPolicy, 'minimumCents' | 'maximumCents'>;
type Tiers = NonNullable<AmountContent['tiers']>;

/** What is wrong with one entry of the catalogue, which stands `at` this place of the body. */
export function outcomeFlaws(outcome: OutcomeContent, at: string, bounds: Bounds): readonly Flaw[] {
  const { type, amount } = outcome;
  const amounts =
    amount.by === 'fixed' ? fixedFlaws(amount, `${at}/amount`, bounds) : tierFlaws(amount, `${at}/amount`, bounds);
  const flaws = [...amounts, ...codeFlaws(outcome, at), ...evidenceFlaws(outcome, at), ...spanFlaws(outcome, at)];
  return flaws.map(({ detail, ...flaw }) => ({ ...flaw, detail: `${type}: ${detail}` }));
}

function fixedFlaws({ amountCents, unit, tiers }: AmountContent, at: string, bounds: Bounds): readonly Flaw[] {
  const strange = [unit === undefined ? [] : ['unit'], tiers === undefined ? [] : ['tiers']].flat();
  return [
    ...strange.map((name) => flaw(`${at}/${name}`, 'CONTRADICTORY', `a fixed amount has no ${name}.`)),
    ...(amountCents === undefined
      ? [flaw(`${at}/amountCents`, 'INCOMPLETE', 'a fixed amount names its amountCents.')]
      : outOfBounds(amountCents, `${at}/amountCents`, bounds)),
  ];
}

function tierFlaws({ amountCents, unit, tiers }: AmountContent, at: string, bounds: Bounds): readonly Flaw[] {
  return [
    ...(amountCents === undefined
      ? []
      : [flaw(`${at}/amountCents`, 'CONTRADICTORY', 'an amount by units has tiers, and no one amountCents.')]),
    ...(unit === undefined ? [flaw(`${at}/unit`, 'INCOMPLETE', 'an amount by units names its unit.')] : []),
    ...(tiers === undefined || tiers.length === 0
      ? [flaw(`${at}/tiers`, 'INCOMPLETE', 'an amount by units has a tier or more.')]
      : tiers.flatMap((_tier, index) => tierFlaw(tiers, index, `${at}/tiers/${index}`, bounds))),
  ];
}

/** Each tier begins above the one before and pays more: otherwise nobody ever reaches it, or nobody would want to. */
function tierFlaw(tiers: Tiers, index: number, at: string, bounds: Bounds): readonly Flaw[] {
  const [tier, before] = [tiers[index], tiers[index - 1]];
  if (tier === undefined) return [];
  const flaws = [...outOfBounds(tier.amountCents, `${at}/amountCents`, bounds)];
  if (before === undefined) return flaws;
  const { from, amountCents } = tier;
  if (from === before.from) flaws.push(flaw(`${at}/from`, 'TIERS_OVERLAP', `two tiers begin at ${from}.`));
  if (from < before.from) {
    const detail = `the tier from ${from} stands behind that from ${before.from}, which nobody then reaches.`;
    flaws.push(flaw(`${at}/from`, 'TIER_UNREACHABLE', detail));
  }
  if (from > before.from && amountCents <= before.amountCents) {
    const detail = `from ${from} on it pays ${dollars(amountCents)}, no more than from ${before.from} on.`;
    flaws.push(flaw(`${at}/amountCents`, 'TIER_UNREACHABLE', detail));
  }
  return flaws;
}

function outOfBounds(amount: Cents, at: string, { minimumCents, maximumCents }: Bounds): readonly Flaw[] {
  if (minimumCents <= amount && amount <= maximumCents) return [];
  const detail = `${dollars(amount)} lies outside ${dollars(minimumCents)} to ${dollars(maximumCents)}.`;
  return [flaw(at, 'AMOUNT_OUT_OF_BOUNDS', detail)];
}

/** Codes are compared however they are typed, so two that differ by a dash alone are one. */
function codeFlaws({ code }: OutcomeContent, at: string): readonly Flaw[] {
  if (code === undefined) return [];
  const values = code.values.map(normalCode);
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  return [
    ...(values.length > 0 ? [] : [flaw(`${at}/code/values`, 'INCOMPLETE', 'needs a code and has none.')]),
    ...(twice < 0 ? [] : [flaw(`${at}/code/values/${twice}`, 'NAMED_TWICE', 'two codes are written the same.')]),
  ];
}

function evidenceFlaws({ evidence }: OutcomeContent, at: string): readonly Flaw[] {
  if (evidence.length > 0 && evidence.every((group) => group.length > 0)) return [];
  return [flaw(`${at}/evidence`, 'INCOMPLETE', 'asks for no evidence.')];
}

function spanFlaws({ unique: { per, years } }: OutcomeContent, at: string): readonly Flaw[] {
  if (per === 'rolling-years') {
    const counts = years !== undefined && Number.isSafeInteger(years) && years >= 1 && years <= 99;
    return counts ? [] : [flaw(`${at}/unique/years`, 'INCOMPLETE', 'its span of years is no number from 1 to 99.')];
  }
  if (years === undefined) return [];
  return [flaw(`${at}/unique/years`, 'CONTRADICTORY', `only rolling-years has a number of years.`)];
}

const flaw = (pointer: string, code: string, detail: string): Flaw => ({ pointer, code, detail });
