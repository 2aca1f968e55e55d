import type { DeclareConflict } from '#contexts/grants/commands/declare-conflict';
import { slateAgain } from '#contexts/grants/decide/allocation/slate-of';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import type { ProposalAct } from '#contexts/grants/decide/proposals/proposal-act';
import { proposalOf, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import type { GrantsState, Reviewer } from '#contexts/grants/decide/state';
import { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import type { Slate } from '#contexts/grants/events/slate';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

const EVER = [
  'awaiting-cosignature',
  'submitted',
  'awarded',
  'partial',
  'waitlisted',
  'not-funded',
  'left-out',
] as const;

/**
 * A reviewer declares. After a review, a conflict voids it; after the decision it also shows the slate as it would have
 * been, as a proposal beside the decision.
 */
export function declareConflict(
  command: DeclareConflict,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof ConflictDeclared>> {
  const act = proposalOf(command.proposalId, state, known);
  if ('kind' in act) return act;
  const { proposal, facts } = act;
  const reviewerId = facts.principal as PersonId;
  const reviewer = proposal.reviewers.get(reviewerId);
  if (reviewer === undefined) return notFound;
  const not = unlessProposal(act, 'declare on', EVER);
  if (not !== undefined) return not;
  if (reviewer.recused) return notNow('RECUSED', 'You are recused from this proposal already.');
  if (reviewer.declared && !command.conflict) return notNow('NOTHING_CHANGED', 'You have declared that before.');
  const { proposalId, partnerId, quarter } = proposal.standing;
  const invalidated = command.conflict && reviewer.review !== null;
  const recomputed = invalidated ? withoutReview(act, reviewer, state) : undefined;
  return accepted(
    ConflictDeclared({
      ...{ proposalId, partnerId, quarter, reviewerId, conflict: command.conflict, invalidated },
      ...(command.reason === undefined ? {} : { reason: command.reason }),
      ...(recomputed === undefined ? {} : { recomputed }),
    }),
  );
}

/** The decided round's slate without this review; undefined while the round is undecided. */
function withoutReview(
  { proposal, round, facts }: ProposalAct,
  invalid: Reviewer,
  state: Readonly<GrantsState>,
): Slate | undefined {
  if (round === undefined || round.allocation === null) return undefined;
  const reviewers = new Map(
    [...proposal.reviewers].map(([person, one]) => [person, one === invalid ? { ...one, invalid: true } : one]),
  );
  const proposals = new Map(state.proposals).set(proposal.standing.proposalId, { ...proposal, reviewers });
  return slateAgain({ ...state, proposals }, round, facts.rules.content);
}
