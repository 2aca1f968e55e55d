import type { DeferProposal } from '#contexts/grants/commands/defer-proposal';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashOfDuties } from '#contexts/grants/decide/no';
import { aboutProposal, proposalOf, scorers, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import { nextQuarter } from '#contexts/grants/decide/quarters';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Leaves a proposal to the next round, with its reviews, when this one cannot decide it. */
export function deferProposal(
  { proposalId, reason }: DeferProposal,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof ProposalDeferred> | NewEventOf<typeof GrantActRefused>> {
  const act = proposalOf(proposalId, state, known);
  if ('kind' in act) return act;
  const not = unlessProposal(act, 'defer', ['submitted']);
  if (not !== undefined) return not;
  const { proposal, facts } = act;
  const fromQuarter = proposal.standing.quarter;
  const quarter = nextQuarter(fromQuarter);
  if (state.rounds.get(quarter)?.standing.status === 'allocated') {
    return notNow('ROUND_ALLOCATED', `The round of ${quarter} is decided already.`, { quarter });
  }
  const people = actingPeople(facts);
  const no = clashOfDuties(people, facts, [...proposal.submitters, ...scorers(proposal)], 'DeferProposal');
  if (no !== undefined) return actRefused(aboutProposal(act, 'DeferProposal'), no);
  return accepted(
    ProposalDeferred({
      proposal: {
        ...proposal.standing,
        quarter,
        deferredFrom: [...proposal.standing.deferredFrom, fromQuarter],
      },
      fromQuarter,
      reason,
      deferredBy: people,
    }),
  );
}
