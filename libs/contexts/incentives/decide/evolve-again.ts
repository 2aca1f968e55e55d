import {
  append,
  assertReleased,
  assertSeparate,
  contest,
  follow,
  joined,
  move,
  partWithRivals,
  use,
  without,
} from '#contexts/incentives/decide/ledger-moves';
import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { reversedCentsOf, statedIn } from '#contexts/incentives/decide/state';
import type { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import type { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import type { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import type { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import type { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import type { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import type { InformationRequested } from '#contexts/incentives/events/information-requested';
import { assert, present } from '#kernel/assert/assert';
import { add, subtract, ZERO } from '#kernel/money/cents';

/** What happens to a claim a second time: questions and answers, appeals, reversals, contests (evolve.ts has the first). */
export function questioned(state: IncentivesState, { data, revision }: InformationRequested): IncentivesState {
  const claim = follow(state, data.claim, revision, ['claimed']);
  claim.answerBy = data.answerBy;
  return state;
}

/** A further version of facts and evidence; a material one moves reservation, outcome and rivals with it. */
export function resubmitted(state: IncentivesState, { data, revision }: ClaimResubmitted): IncentivesState {
  const { claimId, partnerId, reservedCents } = data.claim;
  assertReleased(state, claimId, data.releasedCents);
  const from = present(state.claims.get(claimId), 'the claim of an event').standing.programYear;
  const stays = data.material ? LASTING : ([...LASTING, 'outcomeDate', 'requestedCents', 'reservedCents'] as const);
  const claim = follow(state, data.claim, revision, ['claimed', 'information-requested', 'verified'], stays);
  assert(data.factsVersion === claim.stated.version + 1, 'versions of facts are counted without a gap', { claimId });
  claim.stated = statedIn(data, data.factsVersion);
  claim.answerBy = null;
  claim.duties = {
    ...claim.duties,
    submitted: joined(claim.duties.submitted, data.resubmittedBy),
    verified: data.material ? [] : claim.duties.verified,
  };
  assertSeparate(claim);
  for (const { sha256 } of data.evidence) use(state, sha256, partnerId);
  if (data.material) rehold(state, claim, data, revision);
  if (data.left === undefined) {
    return move(state, data.claim, data.cap, { reserved: subtract(reservedCents, data.releasedCents) });
  }
  assert(data.left.programYear === from, 'a reservation leaves the year in which it was', { claimId });
  move(state, { partnerId, ...data.left }, data.left.cap, { reserved: subtract(ZERO, data.releasedCents) });
  return move(state, data.claim, data.cap, { reserved: reservedCents });
}

/** Lets go of the former outcome and takes the new one, with whoever stands against it there. */
function rehold(state: IncentivesState, claim: Claim, data: ClaimResubmitted['data'], revision: number): void {
  const { claimId } = claim.standing;
  const free = data.contests.length === 0;
  assert(free === (claim.standing.status === 'claimed'), 'a claim is contested by the claims that it names', {
    claimId,
  });
  assert(free || claim.standing.reservedCents === 0, 'a contested claim reserves nothing', { claimId });
  if (data.rivals.length > 0) partWithRivals(state, claim, data.rivals, revision);
  if (data.outcome.key !== claim.outcome.key) {
    const former = present(state.outcomes.get(claim.outcome.key), 'the claims of an outcome');
    state.outcomes.set(
      claim.outcome.key,
      former.filter((id) => id !== claimId),
    );
    append(state.outcomes, data.outcome.key, claimId);
  }
  claim.outcome = data.outcome;
  contest(state, claim, data.contests, revision);
}

export function appealed(state: IncentivesState, { data, revision }: ClaimAppealed): IncentivesState {
  const claim = follow(state, data.claim, revision, ['denied']);
  assert(data.claim.reservedCents > 0, 'an appeal takes headroom', { claimId: data.claim.claimId });
  claim.appealableUntil = null;
  claim.duties = { ...claim.duties, submitted: joined(claim.duties.submitted, data.appealedBy) };
  assertSeparate(claim);
  return move(state, data.claim, data.cap, { reserved: data.claim.reservedCents });
}

export function appealRejected(state: IncentivesState, { data, revision }: AppealRejected): IncentivesState {
  assertReleased(state, data.claim.claimId, data.releasedCents);
  const claim = follow(state, data.claim, revision, ['appealed']);
  partWithRivals(state, claim, data.rivals, revision);
  return move(state, data.claim, data.cap, { reserved: subtract(ZERO, data.releasedCents) });
}

/** Nothing moves: by time alone the outcome was free already. */
export function appealWindowClosed(state: IncentivesState, { data, revision }: AppealWindowClosed): IncentivesState {
  const claim = follow(state, data.claim, revision, ['denied']);
  assert(claim.appealableUntil === data.appealableUntil, 'the appeal window that a denial opened', {
    claimId: data.claim.claimId,
  });
  claim.appealableUntil = null;
  return state;
}

/** Money rule 6: what was approved is what stands and what was reversed, to the cent. */
export function reversed(state: IncentivesState, { data, revision }: ClaimReversed): IncentivesState {
  const { claimId, approvedCents } = data.claim;
  const before = reversedCentsOf(present(state.claims.get(claimId), 'the claim of an event').standing);
  const claim = follow(state, data.claim, revision, ['approved']);
  const after = reversedCentsOf(data.claim);
  assert(after === add(before, data.reversedCents), 'reversals add up', { claimId, before, after });
  assert(data.reversedCents > 0 && after <= approvedCents, 'what is reversed was approved', { claimId, after });
  const isWhole = after === approvedCents;
  assert(isWhole === (data.claim.status === 'reversed'), 'a claim is reversed when nothing is left', { claimId });
  claim.barred = isWhole && data.reason === 'ineligible';
  if (isWhole && !claim.barred) partWithRivals(state, claim, data.rivals, revision);
  return move(state, data.claim, data.cap, { reversed: data.reversedCents });
}

/** The denials of the losers came before it; what is left to cut are claims that were decided earlier. */
export function resolved(state: IncentivesState, { data, revision }: ContestResolved): IncentivesState {
  const { claimId } = data.claim;
  const before = present(state.claims.get(claimId), 'the claim of an event').standing;
  const claim = follow(state, data.claim, revision, [before.status]);
  const wasContested = before.status === 'contested';
  assert(data.claim.status === (wasContested ? 'claimed' : before.status), 'the claim that stands', { claimId });
  assert(!wasContested || data.claim.reservedCents > 0, 'a claim that stands is held for', { claimId });
  for (const rivalId of data.rivals) {
    const rival = present(state.claims.get(rivalId), 'a rival claim');
    assert(claim.rivals.includes(rivalId), 'the rivals of a claim', { claimId, rivalId });
    claim.rivals = without(claim.rivals, rivalId);
    rival.rivals = without(rival.rivals, claimId);
    rival.touched = revision;
  }
  return move(state, data.claim, data.cap, { reserved: subtract(data.claim.reservedCents, before.reservedCents) });
}

/** What even a material edit leaves. */
const LASTING = ['claimId', 'partnerId', 'outcomeType', 'subjectId', 'approvedCents'] as const;
