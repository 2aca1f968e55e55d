import {
  append,
  assertPaidOnce,
  assertReleased,
  assertSeparate,
  contest,
  follow,
  joined,
  move,
  partWithRivals,
  use,
} from '#contexts/incentives/decide/ledger-moves';
import {
  appealed,
  appealRejected,
  appealWindowClosed,
  questioned,
  resolved,
  resubmitted,
  reversed,
} from '#contexts/incentives/decide/evolve-again';
import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { capYearKey, statedIn, UNDECIDED } from '#contexts/incentives/decide/state';
import type { CapOverridden } from '#contexts/incentives/events/cap-overridden';
import type { CapOverrideRefused } from '#contexts/incentives/events/cap-override-refused';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { ClaimMoved } from '#contexts/incentives/events/claim-moved';
import type { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import type { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import type { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import type { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import type { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { assert, impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';
import { subtract, ZERO } from '#kernel/money/cents';

export type IncentivesEvent =
  ClaimMoved | ClaimRefused | ClaimActRefused | CapOverridden | CapOverrideRefused | EvidenceReceived;

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: IncentivesState, recorded: RecordedEvent): IncentivesState {
  const event = recorded as IncentivesEvent;
  switch (event.type) {
    case 'IncentiveClaimed':
      return claimed(state, event);
    case 'ClaimVerified':
      return verified(state, event);
    case 'ClaimApproved':
      return approved(state, event);
    case 'ClaimDenied':
      return denied(state, event);
    case 'ClaimWithdrawn':
      return withdrawn(state, event);
    case 'InformationRequested':
      return questioned(state, event);
    case 'ClaimResubmitted':
      return resubmitted(state, event);
    case 'ClaimAppealed':
      return appealed(state, event);
    case 'AppealRejected':
      return appealRejected(state, event);
    case 'ClaimReversed':
      return reversed(state, event);
    case 'ContestResolved':
      return resolved(state, event);
    case 'AppealWindowClosed':
      return appealWindowClosed(state, event);
    case 'CapOverridden':
      return overridden(state, event);
    case 'EvidenceReceived':
      return received(state, event);
    case 'ClaimRefused':
    case 'ClaimActRefused':
    case 'CapOverrideRefused':
      return state;
    default:
      return impossible(event, 'an incentives event');
  }
}

function claimed(state: IncentivesState, { data, revision, recordedAt }: IncentiveClaimed): IncentivesState {
  const { claim: standing, outcome, submittedBy } = data;
  assert(!state.claims.has(standing.claimId), 'a claim is made once', { claimId: standing.claimId });
  const claim: Claim = {
    standing,
    outcome,
    stated: statedIn(data, 1),
    claimedAt: recordedAt,
    duties: { submitted: submittedBy, verified: [], approved: [] },
    verifiers: [],
    deniedBy: [],
    rivals: [],
    appealableUntil: null,
    answerBy: null,
    barred: false,
    touched: revision,
  };
  state.claims.set(standing.claimId, claim);
  append(state.outcomes, outcome.key, standing.claimId);
  for (const { sha256 } of data.evidence) use(state, sha256, standing.partnerId);
  const free = data.contests.length === 0;
  assert(free === (standing.status === 'claimed'), 'a claim is contested by the claims that it names', {
    claimId: standing.claimId,
  });
  assert(free || standing.reservedCents === 0, 'a contested claim reserves nothing', { claimId: standing.claimId });
  contest(state, claim, data.contests, revision);
  return move(state, standing, data.cap, { reserved: standing.reservedCents });
}

function verified(state: IncentivesState, { data, revision }: ClaimVerified): IncentivesState {
  const claim = follow(state, data.claim, revision, ['claimed']);
  claim.duties = { ...claim.duties, verified: data.verifiedBy };
  claim.verifiers = joined(claim.verifiers, data.verifiedBy);
  assertSeparate(claim);
  return state;
}

function approved(state: IncentivesState, { data, revision }: ClaimApproved): IncentivesState {
  assertReleased(state, data.claim.claimId, data.releasedCents);
  const claim = follow(state, data.claim, revision, [data.uponAppeal === true ? 'appealed' : 'verified']);
  const { claimId, approvedCents, requestedCents } = data.claim;
  assert(claim.rivals.length === 0, 'a contested claim is not approved', { claimId });
  assert(approvedCents > 0 && approvedCents <= requestedCents, 'an approval lies within the catalogue', {
    claimId,
    approvedCents,
  });
  claim.duties = data.duties;
  assertSeparate(claim);
  assertPaidOnce(state, claim);
  return move(state, data.claim, data.cap, { reserved: subtract(ZERO, data.releasedCents), approved: approvedCents });
}

function denied(state: IncentivesState, event: ClaimDenied): IncentivesState {
  const claim = released(state, event);
  claim.appealableUntil = event.data.appealableUntil;
  claim.deniedBy = event.data.deniedBy;
  return state;
}

function withdrawn(state: IncentivesState, event: ClaimWithdrawn): IncentivesState {
  released(state, event);
  return state;
}

/** An undecided claim goes: its reservation is free again, and so are those that it stood against. */
function released(state: IncentivesState, { data, revision }: ClaimDenied | ClaimWithdrawn): Claim {
  assertReleased(state, data.claim.claimId, data.releasedCents);
  const claim = follow(state, data.claim, revision, UNDECIDED);
  partWithRivals(state, claim, data.rivals, revision);
  move(state, data.claim, data.cap, { reserved: subtract(ZERO, data.releasedCents) });
  return claim;
}

function overridden(state: IncentivesState, { data }: CapOverridden): IncentivesState {
  const { partnerId, programYear, cents, expiresOn } = data;
  assert(cents > 0, 'an override adds to the cap', { partnerId, programYear });
  append(state.overrides, capYearKey(partnerId, programYear), { cents, expiresOn });
  return state;
}

function received(state: IncentivesState, { data }: EvidenceReceived): IncentivesState {
  const known = state.evidence.get(data.sha256);
  if (known !== undefined) known.from = joined(known.from, [data.partnerId]);
  else state.evidence.set(data.sha256, { mediaType: data.mediaType, from: [data.partnerId], usedBy: [] });
  return state;
}
