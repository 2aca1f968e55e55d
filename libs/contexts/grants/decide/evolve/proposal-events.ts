import type { ProposalEvent } from '#contexts/grants/decide/evolve/grants-event';
import type { GrantsState, Proposal, Reviewer } from '#contexts/grants/decide/state';
import type { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import type { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import type { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import type { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import type { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import type { ProposalStanding, ProposalStatus } from '#contexts/grants/events/proposal-standing';
import type { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { PersonId, ProposalId } from '#kernel/ids/entity-id';

/** A proposal up to the decision of its round. */
export function proposalEvolved(state: GrantsState, event: ProposalEvent): GrantsState {
  switch (event.type) {
    case 'GrantProposalSubmitted':
      return submitted(state, event);
    case 'ProposalCosigned':
      follow(state, event.data.proposal, event.revision, ['awaiting-cosignature'], 'submitted').cosigned =
        event.data.cosignedBy;
      return submitting(state, event.data.proposal.proposalId, event.data.cosignedBy);
    case 'ProposalRevised':
      return revised(state, event);
    case 'ProposalWithdrawn':
      follow(state, event.data.proposal, event.revision, ['awaiting-cosignature', 'submitted'], 'withdrawn');
      return state;
    case 'ProposalDeferred':
      return deferred(state, event);
    case 'ReviewersAssigned':
      return assigned(state, event);
    case 'ConflictDeclared':
      return declared(state, event);
    case 'ProposalReviewed':
      return reviewed(state, event);
    default:
      return impossible(event, 'a proposal event');
  }
}

function submitted(state: GrantsState, { data, revision }: GrantProposalSubmitted): GrantsState {
  const { proposal: standing, content, submittedBy, applicant } = data;
  const { proposalId, quarter } = standing;
  assert(!state.proposals.has(proposalId), 'a proposal is handed in once', { proposalId });
  assert(state.rounds.get(quarter)?.standing.status === 'open', 'proposals go into an open round', { proposalId });
  state.proposals.set(proposalId, {
    standing,
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    applicant,
    needsCosignature: standing.status === 'awaiting-cosignature',
    submitters: new Set(submittedBy),
    authors: submittedBy,
    cosigned: [],
    reviewers: new Map(),
    editedAt: revision,
    touched: revision,
  });
  moveTo(state, proposalId, quarter);
  return state;
}

function revised(state: GrantsState, { data, revision }: ProposalRevised): GrantsState {
  const proposal = follow(
    ...([state, data.proposal, revision, ['awaiting-cosignature', 'submitted']] as const),
    data.proposal.status,
  );
  const { proposalId } = data.proposal;
  assert(
    data.proposal.status === (proposal.needsCosignature ? 'awaiting-cosignature' : 'submitted'),
    'a revision voids a co-signature',
    { proposalId },
  );
  proposal.startsOn = data.content.startsOn;
  proposal.endsOn = data.content.endsOn;
  proposal.authors = data.revisedBy;
  proposal.cosigned = [];
  proposal.editedAt = revision;
  for (const reviewer of proposal.reviewers.values()) reviewer.review = null;
  return submitting(state, proposalId, data.revisedBy);
}

function deferred(state: GrantsState, { data, revision }: ProposalDeferred): GrantsState {
  const { proposalId, quarter } = data.proposal;
  const proposal = present(state.proposals.get(proposalId), 'the proposal of an event');
  assert(proposal.standing.quarter === data.fromQuarter, 'a proposal is deferred from its own round', { proposalId });
  state.byQuarter.get(data.fromQuarter)?.delete(proposalId);
  proposal.standing = { ...proposal.standing, quarter };
  follow(state, data.proposal, revision, ['submitted'], 'submitted');
  moveTo(state, proposalId, quarter);
  return state;
}

function assigned(state: GrantsState, { data, revision }: ReviewersAssigned): GrantsState {
  const proposal = touch(state, data.proposalId, revision);
  const add = (person: PersonId, recused: boolean): void => {
    assert(!proposal.reviewers.has(person), 'a reviewer is assigned once', { proposalId: data.proposalId, person });
    proposal.reviewers.set(person, { recused, declared: recused, review: null, invalid: false });
  };
  for (const person of data.assigned) add(person, false);
  for (const { reviewerId } of data.recused) add(reviewerId, true);
  return state;
}

function declared(state: GrantsState, { data, revision }: ConflictDeclared): GrantsState {
  const reviewer = reviewerOf(touch(state, data.proposalId, revision), data.reviewerId);
  assert(!reviewer.recused, 'a recused reviewer has nothing to declare', { proposalId: data.proposalId });
  reviewer.declared = true;
  reviewer.recused = data.conflict;
  reviewer.invalid = data.conflict && reviewer.review !== null;
  assert(reviewer.invalid === data.invalidated, 'a late conflict voids a review', { proposalId: data.proposalId });
  return state;
}

function reviewed(state: GrantsState, { data, revision }: ProposalReviewed): GrantsState {
  const proposal = touch(state, data.proposalId, revision);
  const reviewer = reviewerOf(proposal, data.reviewerId);
  const { proposalId } = data;
  assert(reviewer.declared && !reviewer.recused, 'nobody scores before declaring, or recused', { proposalId });
  assert(proposal.standing.status === 'submitted', 'what counts is reviewed, before it is decided', { proposalId });
  assert(
    data.reviewedBy.every((person) => !proposal.submitters.has(person)),
    'nobody reviews what they submitted',
    { proposalId },
  );
  reviewer.review = data.review;
  return state;
}

function reviewerOf({ reviewers, standing }: Proposal, person: PersonId): Reviewer {
  const reviewer = reviewers.get(person);
  assert(reviewer !== undefined, 'only an assigned reviewer declares and scores', { proposalId: standing.proposalId });
  return reviewer;
}

function touch(state: GrantsState, proposalId: ProposalId, revision: number): Proposal {
  const proposal = present(state.proposals.get(proposalId), 'the proposal of an event');
  proposal.touched = revision;
  return proposal;
}

function submitting(state: GrantsState, proposalId: ProposalId, people: readonly PersonId[]): GrantsState {
  const proposal = present(state.proposals.get(proposalId), 'the proposal of an event');
  for (const person of people) proposal.submitters.add(person);
  return state;
}

function moveTo(state: GrantsState, proposalId: ProposalId, quarter: string): void {
  const ids = state.byQuarter.get(quarter) ?? new Set<ProposalId>();
  state.byQuarter.set(quarter, ids.add(proposalId));
}

/** Takes the proposal to its next standing, if that may follow. */
export function follow(
  state: GrantsState,
  next: ProposalStanding,
  revision: number,
  from: readonly ProposalStatus[],
  to: ProposalStatus,
): Proposal {
  const { proposalId } = next;
  const proposal = touch(state, proposalId, revision);
  const { standing } = proposal;
  assert(from.includes(standing.status) && next.status === to, 'a proposal does not come here from where it stands', {
    ...{ proposalId, from: standing.status, to: next.status },
  });
  assert(
    standing.partnerId === next.partnerId && standing.quarter === next.quarter,
    'a proposal stays its partner’s and its round’s',
    { proposalId },
  );
  proposal.standing = next;
  return proposal;
}
