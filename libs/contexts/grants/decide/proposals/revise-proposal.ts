import type { ReviseProposal } from '#contexts/grants/commands/revise-proposal';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { proposalFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashWith } from '#contexts/grants/decide/no';
import { applicantRole } from '#contexts/grants/decide/proposals/applicants';
import { aboutProposal, proposalOf, scorers, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import { contentOf, requestedCents } from '#contexts/grants/decide/proposals/proposal-rules';
import { firstObjection } from '#contexts/grants/decide/proposals/submit-grant-proposal';
import { untimely, withinGrace } from '#contexts/grants/decide/proposals/timing';
import type { GrantsState, Proposal } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

export interface RevisionFacts extends PartnerFacts {
  readonly closesOn: PlainDate | null;
}

export function revisionFacts(
  command: ReviseProposal,
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<RevisionFacts> {
  const facts = proposalFacts(command, state, circumstances, sources);
  if (!('partner' in facts)) return facts;
  const quarter = state.proposals.get(command.proposalId)?.standing.quarter ?? '';
  const round = state.rounds.get(quarter)?.standing;
  const { zone } = facts.rules.content.program;
  return { ...facts, closesOn: round === undefined ? null : sources.calendar.dateAt(round.closesAt, zone) };
}

/** Decides a new edition, before the close. A co-signature and scores were of the old text: they are void. */
export function reviseProposal(
  command: ReviseProposal,
  state: Readonly<GrantsState>,
  known: Known<RevisionFacts>,
): Answer<NewEventOf<typeof ProposalRevised> | NewEventOf<typeof GrantActRefused>> {
  const act = proposalOf(command.proposalId, state, known);
  if ('kind' in act || applicantRole(act.facts, act.facts.principal) === undefined) return notFound;
  const not = unlessProposal(act, 'revise', ['awaiting-cosignature', 'submitted']);
  if (not !== undefined) return not;
  const { proposal, round } = act;
  const facts = act.facts as RevisionFacts;
  const { quarter } = proposal.standing;
  if (round === undefined || facts.closesOn === null) {
    return notNow('ROUND_UNKNOWN', `The round of ${quarter} is not opened yet.`, { quarter });
  }
  const people = actingPeople(facts);
  const no =
    untimely(round, facts.at) ??
    clashWith(people, scorers(proposal), 'ReviseProposal') ??
    firstObjection({ command, round, facts: { ...facts, closesOn: facts.closesOn } });
  if (no !== undefined) return actRefused(aboutProposal(act, 'ReviseProposal'), no);
  return accepted(
    ProposalRevised({
      proposal: {
        ...proposal.standing,
        status: proposal.needsCosignature ? 'awaiting-cosignature' : 'submitted',
        requestedCents: requestedCents(command),
        edition: proposal.standing.edition + 1,
      },
      content: contentOf(command),
      revisedBy: people,
      voidedCosignature: cosigners(proposal),
      voidedReviews: scorers(proposal),
      withinGrace: withinGrace(round, facts.at),
    }),
  );
}

/** Whose co-signature goes with the old text; nobody's while it waits for one. */
function cosigners({ needsCosignature, standing, cosigned }: Proposal): readonly PersonId[] {
  return needsCosignature && standing.status === 'submitted' ? cosigned : [];
}
