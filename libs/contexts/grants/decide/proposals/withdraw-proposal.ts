import type { WithdrawProposal } from '#contexts/grants/commands/withdraw-proposal';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused } from '#contexts/grants/decide/no';
import { applicantRole } from '#contexts/grants/decide/proposals/applicants';
import { aboutProposal, proposalOf, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import { untimely } from '#contexts/grants/decide/proposals/timing';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Decides a withdrawal: by the partner's people, before the close; a deferred proposal also before its round opens. */
export function withdrawProposal(
  { proposalId }: WithdrawProposal,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof ProposalWithdrawn> | NewEventOf<typeof GrantActRefused>> {
  const act = proposalOf(proposalId, state, known);
  if ('kind' in act || applicantRole(act.facts, act.facts.principal) === undefined) return notFound;
  const not = unlessProposal(act, 'withdraw', ['awaiting-cosignature', 'submitted']);
  if (not !== undefined) return not;
  const { proposal, round, facts } = act;
  const late = round === undefined || facts.at < round.standing.opensAt ? undefined : untimely(round, facts.at);
  if (late !== undefined) return actRefused(aboutProposal(act, 'WithdrawProposal'), late);
  const standing = { ...proposal.standing, status: 'withdrawn' } as const;
  return accepted(ProposalWithdrawn({ proposal: standing, withdrawnBy: actingPeople(facts) }));
}
