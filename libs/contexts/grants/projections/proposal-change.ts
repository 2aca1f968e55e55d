import type { AwardReported } from '#contexts/grants/events/award-reported';
import type { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import type { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import type { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import type { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import type { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import type { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import type { RoundAllocated } from '#contexts/grants/events/round-allocated';
import type { SlateLine } from '#contexts/grants/events/slate';
import type { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { ProposalDocument, ProposalHistoryEntry, ReviewerEntry } from '#contexts/grants/views/proposals';
import { impossible, present } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import { receivedAt } from '#kernel/decider/received-at';

export type ProposalRead =
  | ProposalCosigned
  | ProposalRevised
  | ProposalWithdrawn
  | ProposalDeferred
  | ReviewersAssigned
  | ConflictDeclared
  | ProposalReviewed
  | RoundAllocated
  | WaitlistPromoted
  | AwardReported
  | GrantActRefused;

/** What an event changes on the page of an existing proposal. */
export function proposalChange(
  proposal: ProposalDocument,
  event: ProposalRead & SequencedEvent,
  key: string,
): ProposalDocument {
  switch (event.type) {
    case 'ProposalCosigned':
      return { ...proposal, ...shown(event.data.proposal), cosignedBy: event.data.cosignedBy };
    case 'ProposalRevised':
      return withReviewers(
        {
          ...{ ...proposal, ...shown(event.data.proposal), ...event.data.content },
          ...{ authors: event.data.revisedBy, cosignedBy: [] },
        },
        (reviewer) => ({ ...reviewer, review: null }),
      );
    case 'ProposalWithdrawn':
    case 'ProposalDeferred':
      return { ...proposal, ...shown(event.data.proposal) };
    case 'ReviewersAssigned':
      return { ...proposal, reviewers: [...proposal.reviewers, ...assigned(event)] };
    case 'ConflictDeclared':
      return withReviewers(proposal, (one) => (one.reviewerId === event.data.reviewerId ? declared(one, event) : one));
    case 'ProposalReviewed':
      return withReviewers(proposal, (one) => (one.reviewerId === event.data.reviewerId ? scored(one, event) : one));
    case 'RoundAllocated':
      return decided(proposal, event, key);
    case 'WaitlistPromoted':
      return onLine(proposal, present(event.data.lines.find(of(key)), 'a promoted line'), event);
    case 'AwardReported':
      return { ...proposal, actualOutcomes: event.data.actualOutcomes };
    case 'GrantActRefused':
      return { ...proposal, refusals: proposal.refusals + 1 };
    default:
      return impossible(event, 'an event of a proposal');
  }
}

const of =
  (key: string) =>
  ({ proposalId }: { readonly proposalId: string }): boolean =>
    proposalId === key;

function withReviewers(
  proposal: ProposalDocument,
  change: (reviewer: ReviewerEntry) => ReviewerEntry,
): ProposalDocument {
  const reviewers = proposal.reviewers.map(change);
  const validReviews = reviewers.filter(({ recused, review }) => !recused && review?.valid === true).length;
  return { ...proposal, reviewers, validReviews };
}

function assigned(event: ReviewersAssigned): readonly ReviewerEntry[] {
  const assignedAt = receivedAt(event);
  return [
    ...event.data.assigned.map((reviewerId) => ({
      ...{ reviewerId, assignedAt, declared: false, recused: false, recusedBecause: null, review: null },
    })),
    ...event.data.recused.map(({ reviewerId, fact }) => ({
      ...{ reviewerId, assignedAt, declared: true, recused: true, recusedBecause: fact, review: null },
    })),
  ];
}

function declared(reviewer: ReviewerEntry, { data }: ConflictDeclared): ReviewerEntry {
  const recusedBecause = data.conflict ? (data.reason ?? 'DECLARED') : null;
  const review = reviewer.review === null ? null : { ...reviewer.review, valid: !data.invalidated };
  return { ...reviewer, declared: true, recused: data.conflict, recusedBecause, review };
}

function scored(reviewer: ReviewerEntry, event: ProposalReviewed): ReviewerEntry {
  const { review, comment } = event.data;
  return { ...reviewer, review: { ...review, comment, at: receivedAt(event), valid: true } };
}

function decided(proposal: ProposalDocument, event: RoundAllocated, key: string): ProposalDocument {
  const { slate } = event.data;
  const line = slate.lines.find(of(key));
  if (line !== undefined) return onLine(proposal, line, event);
  const out = slate.leftOut.find(of(key));
  // Neither: it waited for money of an earlier round, and waits no longer.
  if (out === undefined) return { ...proposal, status: 'not-funded' };
  return { ...proposal, status: 'left-out', leftOut: out.reason };
}

function onLine(
  proposal: ProposalDocument,
  line: SlateLine,
  event: RoundAllocated | WaitlistPromoted,
): ProposalDocument {
  const { rank, scorePoints, recommendedCents, baseCents, awardedCents, because, outcome, awardId } = line;
  const figures = { rank, scorePoints, recommendedCents, baseCents, awardedCents, because };
  const { decisionId } = event.data;
  const decision = { ...figures, decisionId, decidedAt: receivedAt(event), awardId: awardId ?? null };
  return { ...proposal, status: outcome, decision };
}

function shown({ proposalId: _id, ...standing }: ProposalStanding): Omit<ProposalStanding, 'proposalId'> {
  return standing;
}

export function proposalEntry(event: (GrantProposalSubmitted | ProposalRead) & SequencedEvent): ProposalHistoryEntry {
  const { type, sequence, metadata } = event;
  return { type, at: receivedAt(event), sequence, role: metadata.role, reason: wordsOf(event) };
}

function wordsOf(event: GrantProposalSubmitted | ProposalRead): string | null {
  if (event.type === 'GrantActRefused') return event.data.because;
  return 'reason' in event.data ? (event.data.reason ?? null) : null;
}
