import { AwardReported } from '#contexts/grants/events/award-reported';
import { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { ProposalRead } from '#contexts/grants/projections/proposal-change';
import { proposalChange, proposalEntry } from '#contexts/grants/projections/proposal-change';
import type { ProposalDocument } from '#contexts/grants/views/proposals';
import { impossible, present } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

/** A document for each proposal, from its submission to the report of what it reached. */
export const proposalsProjection: Projection<ProposalDocument> = {
  view: { name: 'proposals', version: 2 },
  types: [
    ...[GrantProposalSubmitted, ProposalCosigned, ProposalRevised, ProposalWithdrawn, ProposalDeferred],
    ...[ReviewersAssigned, ConflictDeclared, ProposalReviewed, RoundAllocated, WaitlistPromoted],
    ...[AwardReported, GrantActRefused],
  ],
  keys: (event) => keysOf(event as GrantProposalSubmitted | ProposalRead),
  fold(document, recorded, key) {
    const event = recorded as (GrantProposalSubmitted | ProposalRead) & SequencedEvent;
    if (event.type === 'GrantProposalSubmitted') return submitted(event);
    const proposal = present(document, 'the proposal of an event');
    const revision = TOUCHES.has(event.type) ? event.revision : proposal.revision;
    const next = proposalChange(proposal, event, key);
    return { ...next, revision, history: [...proposal.history, proposalEntry(event)] };
  },
};

/** A refusal and a report touch the proposal's page, and not the proposal. */
const TOUCHES = new Set(
  [
    ...[ProposalCosigned, ProposalRevised, ProposalWithdrawn, ProposalDeferred, ReviewersAssigned],
    ...[ConflictDeclared, ProposalReviewed, RoundAllocated, WaitlistPromoted],
  ].map(({ type }) => type as string),
);

function keysOf(event: GrantProposalSubmitted | ProposalRead): readonly string[] {
  switch (event.type) {
    case 'RoundAllocated': {
      const { slate, waitlistEnded } = event.data;
      return [...[...slate.lines, ...slate.leftOut].map(({ proposalId }) => proposalId), ...waitlistEnded];
    }
    case 'WaitlistPromoted':
      return event.data.lines.map(({ proposalId }) => proposalId);
    case 'AwardReported':
      return [event.data.award.proposalId];
    case 'GrantActRefused':
      return event.data.about.startsWith('prp_') ? [event.data.about] : [];
    case 'ReviewersAssigned':
    case 'ConflictDeclared':
    case 'ProposalReviewed':
      return [event.data.proposalId];
    case 'GrantProposalSubmitted':
    case 'ProposalCosigned':
    case 'ProposalRevised':
    case 'ProposalWithdrawn':
    case 'ProposalDeferred':
      return [event.data.proposal.proposalId];
    default:
      return impossible(event, 'an event of a proposal');
  }
}

function submitted(event: GrantProposalSubmitted & SequencedEvent): ProposalDocument {
  const { proposal, content, submittedBy, applicant, applicantRole, withinGrace } = event.data;
  const { proposalId, ...standing } = proposal;
  return {
    ...{ id: proposalId, ...standing, ...content, submittedAt: receivedAt(event), withinGrace },
    ...{ submittedBy, authors: submittedBy, applicant, applicantRole, cosignedBy: [], reviewers: [], validReviews: 0 },
    ...{ decision: null, leftOut: null, actualOutcomes: null, refusals: 0 },
    revision: event.revision,
    history: [proposalEntry(event)],
  };
}
