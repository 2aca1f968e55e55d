import type { AssignReviewers } from '#contexts/grants/commands/assign-reviewers';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { proposalFacts } from '#contexts/grants/decide/facts';
import type { ProposalAct } from '#contexts/grants/decide/proposals/proposal-act';
import { proposalOf, unlessProposal } from '#contexts/grants/decide/proposals/proposal-act';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { Recusal } from '#contexts/grants/events/reviewers-assigned';
import { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import { worksFor } from '#contexts/grants/facts/partner-standing';
import { personStream, reviewerRole } from '#contexts/grants/facts/reviewer-role';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

export interface AssignmentFacts extends PartnerFacts {
  /** Those of the named people who review grants for the network. */
  readonly reviewers: ReadonlySet<PersonId>;
}

export function assignmentFacts(
  command: AssignReviewers,
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<AssignmentFacts> {
  const facts = proposalFacts(command, state, circumstances, sources);
  if (!('partner' in facts)) return facts;
  const holds = (person: PersonId): boolean =>
    sources.lookup.get(reviewerRole, personStream(person))?.reviewer ?? false;
  return { ...facts, reviewers: new Set(command.reviewerIds.filter(holds)) };
}

/** Assigns reviewers beside those there are. Whom a fact rules out is recused at once and sees nothing. */
export function assignReviewers(
  command: AssignReviewers,
  state: Readonly<GrantsState>,
  known: Known<AssignmentFacts>,
): Answer<NewEventOf<typeof ReviewersAssigned>> {
  const act = proposalOf(command.proposalId, state, known);
  if ('kind' in act) return act;
  const not = unlessProposal(act, 'assign reviewers to', ['awaiting-cosignature', 'submitted']);
  if (not !== undefined) return not;
  const { proposal } = act;
  const facts = act.facts as AssignmentFacts;
  const named = [...new Set(command.reviewerIds)];
  const stranger = named.find((person) => !facts.reviewers.has(person));
  if (stranger !== undefined) {
    return notNow('NOT_A_REVIEWER', `${stranger} does not hold the role grant-reviewer.`, { person: stranger });
  }
  const fresh = named.filter((person) => !proposal.reviewers.has(person));
  if (fresh.length === 0) return notNow('NOTHING_CHANGED', 'They are all assigned already.');
  const recused = fresh.map((person) => conflictOf(person, act)).filter((one) => one !== undefined);
  const { proposalId, partnerId, quarter } = proposal.standing;
  return accepted(
    ReviewersAssigned({
      ...{ proposalId, partnerId, quarter },
      assigned: fresh.filter((person) => !recused.some(({ reviewerId }) => reviewerId === person)),
      recused,
      assignedBy: actingPeople(facts),
    }),
  );
}

function conflictOf(reviewerId: PersonId, { proposal, facts }: ProposalAct): Recusal | undefined {
  if (proposal.submitters.has(reviewerId)) return { reviewerId, fact: 'OWN_PROPOSAL' };
  return worksFor(facts.partner, reviewerId, facts.partnerToday) ? { reviewerId, fact: 'SAME_PARTNER' } : undefined;
}
