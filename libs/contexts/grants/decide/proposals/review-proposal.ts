import type { ReviewProposal } from '#contexts/grants/commands/review-proposal';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashOfDuties, refusal } from '#contexts/grants/decide/no';
import type { ProposalAct } from '#contexts/grants/decide/proposals/proposal-act';
import { aboutProposal, proposalOf, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import { isShut } from '#contexts/grants/decide/rounds/shut';
import type { GrantsState, Reviewer } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import type { Answer, NotNow, Refusal } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { dollars } from '#kernel/money/cents';

/** Decides a review: by an assigned reviewer who declared no conflict, once the round takes no more proposals. */
export function reviewProposal(
  command: ReviewProposal,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof ProposalReviewed> | NewEventOf<typeof GrantActRefused>> {
  const act = proposalOf(command.proposalId, state, known);
  if ('kind' in act) return act;
  const { proposal, facts } = act;
  const reviewerId = facts.principal as PersonId;
  const reviewer = proposal.reviewers.get(reviewerId);
  if (reviewer === undefined) return notFound;
  const not = unlessProposal(act, 'review', ['submitted']) ?? unready(act, reviewer);
  if (not !== undefined) return not;
  const people = actingPeople(facts);
  const no = clashOfDuties(people, facts, proposal.submitters, 'ReviewProposal') ?? outOfBounds(command, act);
  if (no !== undefined) return actRefused(aboutProposal(act, 'ReviewProposal'), no);
  const { alignment, reach, comment } = command;
  const { alignmentWeight, reachWeight } = facts.rules.content.rubric;
  const { proposalId, partnerId, quarter } = proposal.standing;
  return accepted(
    ProposalReviewed({
      ...{ proposalId, partnerId, quarter, reviewerId, reviewedBy: people },
      review: {
        ...{ alignment, reach, points: alignmentWeight * alignment + reachWeight * reach },
        recommendedCents: command.recommendedCents ?? null,
      },
      comment,
    }),
  );
}

function unready({ proposal, round, facts }: ProposalAct, { declared, recused }: Reviewer): NotNow | undefined {
  if (recused) return notNow('RECUSED', 'You are recused from this proposal.');
  if (!declared) return notNow('NOT_DECLARED', 'Declare first whether you have a conflict of interest.');
  if (round !== undefined && isShut(round, facts.at)) return undefined;
  const { quarter } = proposal.standing;
  return notNow(
    'ROUND_OPEN',
    `Proposals of ${quarter} may still be revised: review begins when the round has closed.`,
    {
      quarter,
    },
  );
}

function outOfBounds({ recommendedCents }: ReviewProposal, { proposal }: ProposalAct): Refusal | undefined {
  const { requestedCents } = proposal.standing;
  if (recommendedCents === undefined || (recommendedCents > 0 && recommendedCents <= requestedCents)) return undefined;
  const detail = `${dollars(requestedCents)} is requested; a recommendation lies between $0.01 and that. A proposal that should get nothing is scored low.`;
  return refusal('RECOMMENDATION_OUT_OF_BOUNDS', detail, { recommendedCents, requestedCents });
}
