import type { BudgetItem } from '#contexts/grants/commands/proposal-fields';
import type { ReviseProposal } from '#contexts/grants/commands/revise-proposal';
import type { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import type { PartnerFacts } from '#contexts/grants/decide/facts';
import { refusal } from '#contexts/grants/decide/no';
import type { Round } from '#contexts/grants/decide/state';
import type { ProposalContent } from '#contexts/grants/events/proposal-standing';
import { assert } from '#kernel/assert/assert';
import type { Refusal } from '#kernel/decider/answer';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** What a proposal says, under the rules of its round. */
export interface Written {
  readonly command: SubmitGrantProposal | ReviseProposal;
  readonly round: Round;
  readonly facts: PartnerFacts & { readonly closesOn: PlainDate };
}

/** One reason to say no; undefined when this rule has nothing against what is written. */
type Rule = (written: Written) => Refusal | undefined;

const goalsKnown: Rule = ({ command, round }) => {
  const known = round.standing.goals.map(({ id }) => id);
  const strange = command.goalIds.find((id) => !known.includes(id));
  if (strange === undefined) return undefined;
  const detail = `The round of ${round.standing.quarter} has no goal ${strange}; it has ${known.join(', ')}.`;
  return refusal('GOAL_UNKNOWN', detail, { goalId: strange });
};

const categoriesEligible: Rule = ({ command, facts: { rules } }) => {
  const { categories, ineligible } = rules.content.form;
  const line = command.budget.findIndex(({ category }) => !categories.includes(category));
  const category = command.budget[line]?.category;
  if (category === undefined) return undefined;
  const why = ineligible.find((one) => one.category === category)?.because;
  const detail = `Budget line ${line + 1}: ${category} is not eligible. ${why ?? `Eligible are ${categories.join(', ')}.`}`;
  return refusal('CATEGORY_INELIGIBLE', detail, { line, category });
};

const budgetCountable: Rule = ({ command }) => {
  const total = totalOf(command.budget);
  if (total > 0n && total <= MOST) return undefined;
  const detail =
    total === 0n
      ? 'The budget comes to $0.00: nothing is requested.'
      : 'The budget comes to more than any pool of this network could hold.';
  return refusal('BUDGET_OUT_OF_BOUNDS', detail, { requestedCents: String(total), mostCents: Number(MOST) });
};

const outcomesOnce: Rule = ({ command }) => {
  const metrics = command.anticipatedOutcomes.map(({ metric }) => metric);
  const twice = metrics.find((metric, index) => metrics.indexOf(metric) !== index);
  if (twice === undefined) return undefined;
  return refusal('OUTCOME_REPEATED', `Two targets are set for ${twice}; one is enough.`, { metric: twice });
};

const endsAfterStart: Rule = ({ command: { startsOn, endsOn } }) =>
  endsOn < startsOn
    ? refusal('DATES_REVERSED', `The activity ends (${endsOn}) before it starts (${startsOn}).`, { startsOn, endsOn })
    : undefined;

/** Nothing is paid for after the fact: whether there will be a grant is open until the round is decided. */
const startsAfterClose: Rule = ({ command: { startsOn }, facts: { closesOn } }) =>
  startsOn < closesOn
    ? refusal(
        'STARTS_TOO_EARLY',
        `The activity may not start before the round closes, on ${closesOn}; it starts on ${startsOn}.`,
        { startsOn, closesOn },
        { startsOn: closesOn },
      )
    : undefined;

/** In this order; the first that objects decides, so two broken rules always report the same one (style.md rule 3). */
export const WRITING_RULES: readonly Rule[] = [
  goalsKnown,
  categoriesEligible,
  budgetCountable,
  outcomesOnce,
  endsAfterStart,
  startsAfterClose,
];

/** Ten billion dollars: as much as a pool can have. */
const MOST = 1_000_000_000_000n;

/** Σ quantity × unit cost, exactly: a product of two fields may be larger than a double holds. */
function totalOf(budget: readonly BudgetItem[]): bigint {
  return budget.reduce((total, { quantity, unitCents }) => total + BigInt(quantity) * BigInt(unitCents), 0n);
}

/** The sum of the budget, of which `budgetCountable` found nothing to say. */
export function requestedCents({ budget }: Written['command']): Cents {
  const total = totalOf(budget);
  assert(total <= MOST, 'a budget that was counted');
  return cents(Number(total));
}

/** What was written, without the command around it. */
export function contentOf(command: Written['command']): ProposalContent {
  const { useCase, title, targetAudience, objectives, goalIds, statesReached, startsOn, endsOn } = command;
  return {
    ...{ useCase, title, targetAudience, objectives, goalIds, statesReached, startsOn, endsOn },
    anticipatedOutcomes: command.anticipatedOutcomes.map(({ metric, target }) => ({ metric, target })),
    budget: command.budget.map(({ category, description, quantity, unitCents }) => ({
      ...{ category, description, quantity, unitCents },
    })),
  };
}
