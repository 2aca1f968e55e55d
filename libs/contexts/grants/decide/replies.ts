import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { ConflictDeclaredData } from '#contexts/grants/events/conflict-declared';
import type { PartnerOffersLapsedData } from '#contexts/grants/events/partner-offers-lapsed';
import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { ProposalReviewedData } from '#contexts/grants/events/proposal-reviewed';
import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { ReviewersAssignedData } from '#contexts/grants/events/reviewers-assigned';
import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { Slate } from '#contexts/grants/events/slate';
import type { WaitlistPromotedData } from '#contexts/grants/events/waitlist-promoted';
import { present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';

const first = (events: readonly RecordedEvent[]): RecordedEvent => present(events[0], 'the event of a grants command');

/** A year's money after the command's own event. */
export function poolReply(events: readonly RecordedEvent[]): Reply {
  const event = first(events);
  const { pool } = event.data as { readonly pool: PoolStanding };
  if (event.type !== 'PoolFunded') return { status: 200, body: pool };
  return { status: 201, body: pool, location: `/v1/pools/${pool.year}` };
}

/** A round after the command's own event. */
export function roundReply(events: readonly RecordedEvent[]): Reply {
  const event = first(events);
  const { round } = event.data as { readonly round: RoundStanding };
  if (event.type !== 'RoundOpened') return { status: 200, body: round };
  return { status: 201, body: round, location: `/v1/rounds/${round.quarter}` };
}

/** The slate that was drawn or decided. */
export function slateReply(events: readonly RecordedEvent[]): Reply {
  return { status: 200, body: (first(events).data as { readonly slate: Slate }).slate };
}

export function promotionReply(events: readonly RecordedEvent[]): Reply {
  const { quarter, decisionId, lines, leftBeforeCents, leftAfterCents } = first(events).data as WaitlistPromotedData;
  return { status: 200, body: { quarter, decisionId, lines, leftBeforeCents, leftAfterCents } };
}

/** A proposal after the command's own event. */
export function proposalReply(events: readonly RecordedEvent[]): Reply {
  const event = first(events);
  const { proposalId, ...standing } = (event.data as { readonly proposal: ProposalStanding }).proposal;
  const body = { id: proposalId, ...standing };
  if (event.type !== 'GrantProposalSubmitted') return { status: 200, body };
  return { status: 201, body, location: `/v1/proposals/${proposalId}` };
}

export function assignmentReply(events: readonly RecordedEvent[]): Reply {
  const { proposalId, assigned, recused } = first(events).data as ReviewersAssignedData;
  return { status: 200, body: { id: proposalId, assigned, recused } };
}

export function declarationReply(events: readonly RecordedEvent[]): Reply {
  const data = first(events).data as ConflictDeclaredData;
  const { proposalId, reviewerId, conflict, invalidated } = data;
  return { status: 200, body: { id: proposalId, reviewerId, conflict, invalidated } };
}

export function reviewReply(events: readonly RecordedEvent[]): Reply {
  const { proposalId, reviewerId, review } = first(events).data as ProposalReviewedData;
  return { status: 200, body: { id: proposalId, reviewerId, ...review } };
}

/** An award after the command's own event. */
export function awardReply(events: readonly RecordedEvent[]): Reply {
  const { awardId, ...standing } = (first(events).data as { readonly award: AwardStanding }).award;
  return { status: 200, body: { id: awardId, ...standing } };
}

/** Which offers lapsed because their partner left. */
export function lapsedReply(events: readonly RecordedEvent[]): Reply {
  const { partnerId, awardIds } = first(events).data as PartnerOffersLapsedData;
  return { status: 200, body: { partnerId, awardIds } };
}
