import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { capYearKey, usedCents } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import type { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import type { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import type { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';
import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, greater, subtract, ZERO } from '#kernel/money/cents';

export type IncentivesEvent =
  | IncentiveClaimed
  | ClaimRefused
  | ClaimActRefused
  | ClaimVerified
  | ClaimApproved
  | ClaimDenied
  | ClaimWithdrawn
  | EvidenceReceived;

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
    case 'EvidenceReceived':
      return received(state, event);
    case 'ClaimRefused':
    case 'ClaimActRefused':
      return state;
    default:
      return impossible(event, 'an incentives event');
  }
}

function claimed(state: IncentivesState, { data, revision }: IncentiveClaimed): IncentivesState {
  const { claim: standing, outcome, submittedBy } = data;
  assert(!state.claims.has(standing.claimId), 'a claim is made once', { claimId: standing.claimId });
  const claim: Claim = {
    standing,
    outcome,
    duties: { submitted: submittedBy, verified: [], approved: [] },
    rivals: new Set(),
    appealableUntil: null,
    touched: revision,
  };
  state.claims.set(standing.claimId, claim);
  append(state.outcomes, outcome.key, standing.claimId);
  for (const { sha256 } of data.evidence) {
    present(state.evidence.get(sha256), 'the evidence of a claim').usedBy.add(standing.partnerId);
  }
  const free = data.contests.length === 0;
  assert(free === (standing.status === 'claimed'), 'a claim is contested by the claims that it names', {
    claimId: standing.claimId,
  });
  assert(free || standing.reservedCents === 0, 'a contested claim reserves nothing', { claimId: standing.claimId });
  for (const rivalId of data.contests) {
    const rival = present(state.claims.get(rivalId), 'a contested claim');
    claim.rivals.add(rivalId);
    rival.rivals.add(standing.claimId);
    rival.touched = revision;
  }
  return move(state, standing, data.cap, { reserved: standing.reservedCents });
}

function verified(state: IncentivesState, { data, revision }: ClaimVerified): IncentivesState {
  const claim = follow(state, data.claim, revision, ['claimed']);
  claim.duties = { ...claim.duties, verified: data.verifiedBy };
  assertSeparate(claim);
  return state;
}

function approved(state: IncentivesState, { data, revision }: ClaimApproved): IncentivesState {
  assertReleased(state, data.claim.claimId, data.releasedCents);
  const claim = follow(state, data.claim, revision, ['verified']);
  const { claimId, approvedCents, requestedCents } = data.claim;
  assert(claim.rivals.size === 0, 'a contested claim is not approved', { claimId });
  assert(approvedCents > 0 && approvedCents <= requestedCents, 'an approval lies within the catalogue', {
    claimId,
    approvedCents,
  });
  claim.duties = data.duties;
  assertSeparate(claim);
  return move(state, data.claim, data.cap, { reserved: subtract(ZERO, data.releasedCents), approved: approvedCents });
}

function denied(state: IncentivesState, event: ClaimDenied): IncentivesState {
  const claim = released(state, event);
  claim.appealableUntil = event.data.appealableUntil;
  return state;
}

function withdrawn(state: IncentivesState, event: ClaimWithdrawn): IncentivesState {
  released(state, event);
  return state;
}

/** An undecided claim goes: its reservation is free again, and so are those that it stood against. */
function released(state: IncentivesState, { data, revision }: ClaimDenied | ClaimWithdrawn): Claim {
  assertReleased(state, data.claim.claimId, data.releasedCents);
  const claim = follow(state, data.claim, revision, ['claimed', 'contested', 'verified']);
  partWithRivals(state, claim, data.rivals, revision);
  move(state, data.claim, data.cap, { reserved: subtract(ZERO, data.releasedCents) });
  return claim;
}

function received(state: IncentivesState, { data }: EvidenceReceived): IncentivesState {
  const known = state.evidence.get(data.sha256);
  if (known === undefined) {
    const file = { mediaType: data.mediaType, from: new Set([data.partnerId]), usedBy: new Set<never>() };
    state.evidence.set(data.sha256, file);
  } else known.from.add(data.partnerId);
  return state;
}

function assertReleased(state: IncentivesState, claimId: ClaimId, releasedCents: Cents): void {
  const { reservedCents } = present(state.claims.get(claimId), 'the claim of an event').standing;
  assert(releasedCents === reservedCents, 'what was reserved is released', { claimId, reservedCents, releasedCents });
}

/** What no act on a claim changes. */
const SAME = ['partnerId', 'programYear', 'outcomeType', 'subjectId', 'outcomeDate', 'requestedCents'] as const;

/** Takes the claim to its next standing, if that may follow. */
function follow(
  state: IncentivesState,
  next: ClaimStanding,
  revision: number,
  from: readonly ClaimStanding['status'][],
): Claim {
  const claim = present(state.claims.get(next.claimId), 'the claim of an event');
  assert(from.includes(claim.standing.status), 'a claim does not come here from where it stands', {
    claimId: next.claimId,
    from: claim.standing.status,
    to: next.status,
  });
  const { standing } = claim;
  assert(
    SAME.every((field) => standing[field] === next[field]),
    'a claim stays the claim that it was',
    {
      claimId: next.claimId,
    },
  );
  claim.standing = next;
  claim.touched = revision;
  return claim;
}

/** Money rule 5 of domain.md section 9: nobody holds two duties on one money. */
function assertSeparate({ standing, duties: { submitted, verified, approved } }: Claim): void {
  const holders = [...submitted, ...verified, ...approved];
  assert(new Set(holders).size === holders.length, 'nobody holds two duties on one claim', {
    claimId: standing.claimId,
  });
}

/** Moves the partner-year and checks that the event's headroom is what follows: money rule 1 of domain.md section 9. */
function move(
  state: IncentivesState,
  { partnerId, programYear }: ClaimStanding,
  cap: CapMove,
  by: { readonly reserved: Cents; readonly approved?: Cents },
): IncentivesState {
  const key = capYearKey(partnerId, programYear);
  const year = state.capYears.get(key) ?? { reservedCents: ZERO, approvedCents: ZERO, reversedCents: ZERO };
  const before = usedCents(year);
  year.reservedCents = add(year.reservedCents, by.reserved);
  year.approvedCents = add(year.approvedCents, by.approved ?? ZERO);
  const after = usedCents(year);
  assert(year.reservedCents >= 0, 'a reservation is released once', { key });
  assert(after <= before || after <= cap.capCents, 'no partner-year grows above its cap', {
    key,
    after,
    cap: cap.capCents,
  });
  const left = greater(ZERO, subtract(cap.capCents, after));
  assert(cap.headroomAfterCents === left, 'the headroom after an event is what the ledger says', { key, left });
  state.capYears.set(key, year);
  return state;
}

function partWithRivals(state: IncentivesState, claim: Claim, named: readonly ClaimId[], revision: number): void {
  assert(named.length === claim.rivals.size && named.every((id) => claim.rivals.has(id)), 'the rivals of a claim', {
    claimId: claim.standing.claimId,
  });
  for (const rivalId of claim.rivals) {
    const rival = present(state.claims.get(rivalId), 'a rival claim');
    rival.rivals.delete(claim.standing.claimId);
    rival.touched = revision;
  }
  claim.rivals.clear();
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
