import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import type { GrantsState, Proposal, Round } from '#contexts/grants/decide/state';
import type { ProposalStatus } from '#contexts/grants/events/proposal-standing';
import type { NotNow } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';
import type { ProposalId } from '#kernel/ids/entity-id';

export interface ProposalAct {
  readonly proposal: Proposal;
  /** The round that decides it; not opened yet for a deferred one. */
  readonly round: Round | undefined;
  readonly facts: PartnerFacts;
}

/** The proposal that an act is about, or "not found". */
export function proposalOf(
  proposalId: ProposalId,
  state: Readonly<GrantsState>,
  facts: Known<PartnerFacts>,
): ProposalAct | NotNow {
  const proposal = state.proposals.get(proposalId);
  if (proposal === undefined || !('partner' in facts)) return notFound;
  return { proposal, round: state.rounds.get(proposal.standing.quarter), facts };
}

/** An answer when the proposal does not stand where the act needs it. */
export function unlessProposal(
  { proposal: { standing } }: ProposalAct,
  act: string,
  allowed: readonly ProposalStatus[],
): NotNow | undefined {
  const { status, proposalId } = standing;
  if (allowed.includes(status)) return undefined;
  const needed = allowed.join(' or ');
  return notNow('NOT_OPEN', `${proposalId} is ${status}; to ${act} it, it must be ${needed}.`, { status, needed });
}

/** For the record of a refused act on the proposal. */
export const aboutProposal = (
  { proposal: { standing } }: ProposalAct,
  act: string,
): { act: string; about: string; partnerId: Proposal['standing']['partnerId'] } => ({
  act,
  about: standing.proposalId,
  partnerId: standing.partnerId,
});

/** Everyone who scored it, also where the score no longer counts. */
export function scorers({
  reviewers,
}: Proposal): readonly (typeof reviewers extends Map<infer P, unknown> ? P : never)[] {
  return [...reviewers].filter(([, { review }]) => review !== null).map(([person]) => person);
}
