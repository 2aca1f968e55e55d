import type { CosignProposal } from '#contexts/grants/commands/cosign-proposal';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashWith } from '#contexts/grants/decide/no';
import { isStaff } from '#contexts/grants/decide/proposals/applicants';
import { aboutProposal, proposalOf, scorers, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import { untimely } from '#contexts/grants/decide/proposals/timing';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Decides a co-signature: by staff of the partner, somebody else than who wrote it, before the close. */
export function cosignProposal(
  { proposalId }: CosignProposal,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof ProposalCosigned> | NewEventOf<typeof GrantActRefused>> {
  const act = proposalOf(proposalId, state, known);
  if ('kind' in act || !isStaff(act.facts, act.facts.principal)) return notFound;
  const not = unlessProposal(act, 'co-sign', ['awaiting-cosignature']);
  if (not !== undefined) return not;
  const { proposal, round, facts } = act;
  const people = actingPeople(facts);
  const wrote = [proposal.applicant, ...proposal.authors, ...scorers(proposal)];
  const late = round === undefined ? undefined : untimely(round, facts.at);
  const no = late ?? clashWith(people, wrote, 'CosignProposal');
  if (no !== undefined) return actRefused(aboutProposal(act, 'CosignProposal'), no);
  return accepted(ProposalCosigned({ proposal: { ...proposal.standing, status: 'submitted' }, cosignedBy: people }));
}
