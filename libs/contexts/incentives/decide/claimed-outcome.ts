import type { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import type { ClaimFacts } from '#contexts/incentives/decide/claim-facts';
import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { holdsOutcome } from '#contexts/incentives/decide/state';
import type { EvidenceItem } from '#contexts/incentives/events/incentive-claimed';
import { exclude } from '#contexts/incentives/events/outcome-hold';
import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import type { OutcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { outcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { present } from '#kernel/assert/assert';
import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { normalCode } from '#kernel/subjects/code';
import { halfOf, programYearOf } from '#kernel/time/program-calendar';
import type { ProgramCalendar } from '#kernel/time/program-calendar';

/** What rules look at of a claim, new or changed. */
export type ClaimedOutcome = Readonly<
  Pick<
    ClaimIncentive,
    'partnerId' | 'outcomeType' | 'subjectId' | 'outcomeDate' | 'units' | 'courseCode' | 'policyCode'
  >
> & { readonly evidence: readonly EvidenceItem[] };

export interface Considered {
  readonly command: ClaimedOutcome;
  readonly state: Readonly<IncentivesState>;
  readonly facts: ClaimFacts;
  /** The claim that is changed; null for a new one. It does not stand against itself. */
  readonly self: ClaimId | null;
}

/** What the catalogue says of the claimed outcome. Asked only after `outcomeInCatalogue`. */
export function ruleOf({ command, facts }: Considered): OutcomeRule {
  return present(outcomeRule(facts.rules.content, command.outcomeType), 'the catalogue’s rule');
}

/** What the catalogue pays for the claim. Asked only after `reachesATier`. */
export function catalogueCents(claim: Considered): Cents {
  const { amount } = ruleOf(claim);
  if (amount.by === 'fixed') return amount.amountCents;
  const units = present(claim.command.units, 'the units of a claim');
  return present(
    amount.tiers.findLast(({ from }) => from <= units),
    'the tier of a claim',
  ).amountCents;
}

/** The catalogue's code that the claim's text stands for, however it was typed; undefined when it is none of them. */
export function codeOf(claim: Considered): string | undefined {
  const { code } = ruleOf(claim);
  const text = code === undefined ? undefined : claim.command[code.field];
  return text === undefined ? undefined : code?.values.find((value) => normalCode(value) === normalCode(text));
}

/** The outcome that the claim is about, and for which time it holds it. */
export function holdOf(claim: Considered): OutcomeHold {
  const { type, unique } = ruleOf(claim);
  const { program } = claim.facts.rules.content;
  const code = codeOf(claim);
  const key = [type, claim.command.subjectId, ...(code === undefined ? [] : [normalCode(code)])].join('|');
  return { key, ...periodOf(claim, program, unique) };
}

function periodOf(
  { command }: Considered,
  program: ProgramCalendar,
  unique: OutcomeRule['unique'],
): Omit<OutcomeHold, 'key'> {
  const year = programYearOf(command.outcomeDate, program);
  switch (unique.per) {
    case 'ever':
      return { unit: 'ever', position: 0, span: 1 };
    case 'program-year':
      return { unit: 'year', position: year, span: 1 };
    case 'rolling-years':
      return { unit: 'year', position: year, span: unique.years };
    case 'half-year':
      return { unit: 'half', position: 2 * year + halfOf(command.outcomeDate, program) - 1, span: 1 };
  }
}

/** Claims that hold the same outcome now: live ones, and denied ones while an appeal may come. */
export function holders(claim: Considered): readonly Claim[] {
  const hold = holdOf(claim);
  const ids = claim.state.outcomes.get(hold.key) ?? [];
  return ids
    .map((id) => present(claim.state.claims.get(id), 'a claim of an outcome'))
    .filter(
      (other) =>
        other.standing.claimId !== claim.self && exclude(hold, other.outcome) && holdsOutcome(other, claim.facts.at),
    );
}
