import type { AllocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { clashWith, ownPartner } from '#contexts/grants/decide/no';
import type { GrantsState } from '#contexts/grants/decide/state';
import { proposalsOf } from '#contexts/grants/decide/state';
import type { Refusal } from '#kernel/decider/answer';
import type { PersonId } from '#kernel/ids/entity-id';

/**
 * The refusal when somebody who decides the round is a party to it: scored in it (also when the score no longer counts),
 * handed in or co-signed one of its proposals, or works for one of its partners.
 */
export function ifParty(
  people: readonly PersonId[],
  state: Readonly<GrantsState>,
  quarter: string,
  { partners, today }: AllocationFacts,
  act = 'AllocateRound',
): Refusal | undefined {
  for (const partner of partners.values()) {
    const no = ownPartner(people, partner, today, act);
    if (no !== undefined) return no;
  }
  for (const { submitters, reviewers } of proposalsOf(state, quarter)) {
    const scored = [...reviewers].filter(([, { review }]) => review !== null).map(([reviewer]) => reviewer);
    const no = clashWith(people, [...submitters, ...scored], act);
    if (no !== undefined) return no;
  }
  return undefined;
}
