import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { capYearKey, usedCents } from '#contexts/incentives/decide/state';
import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { exclude } from '#contexts/incentives/events/outcome-hold';
import { assert, present } from '#kernel/assert/assert';
import type { ClaimId, PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, greater, subtract, ZERO } from '#kernel/money/cents';

/** What an event says it releases is what the claim held. */
export function assertReleased(state: IncentivesState, claimId: ClaimId, releasedCents: Cents): void {
  const { reservedCents } = present(state.claims.get(claimId), 'the claim of an event').standing;
  assert(releasedCents === reservedCents, 'what was reserved is released', { claimId, reservedCents, releasedCents });
}

/** What no act on a claim changes. */
const SAME = ['partnerId', 'programYear', 'outcomeType', 'subjectId', 'outcomeDate', 'requestedCents'] as const;

/** Takes the claim to its next standing, if that may follow. */
export function follow(
  state: IncentivesState,
  next: ClaimStanding,
  revision: number,
  from: readonly ClaimStanding['status'][],
  stays: readonly (keyof ClaimStanding)[] = SAME,
): Claim {
  const claim = present(state.claims.get(next.claimId), 'the claim of an event');
  assert(from.includes(claim.standing.status), 'a claim does not come here from where it stands', {
    claimId: next.claimId,
    from: claim.standing.status,
    to: next.status,
  });
  const { standing } = claim;
  assert(
    stays.every((field) => standing[field] === next[field]),
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
export function assertSeparate({ standing, duties: { submitted, verified, approved } }: Claim): void {
  const holders = [...submitted, ...verified, ...approved];
  assert(new Set(holders).size === holders.length, 'nobody holds two duties on one claim', {
    claimId: standing.claimId,
  });
}

/** Money rule 4: of the claims on one outcome, this one alone is approved. */
export function assertPaidOnce(state: IncentivesState, claim: Claim): void {
  const other = (state.outcomes.get(claim.outcome.key) ?? []).find((id) => {
    const one = present(state.claims.get(id), 'a claim of an outcome');
    return one !== claim && one.standing.status === 'approved' && exclude(one.outcome, claim.outcome);
  });
  assert(other === undefined, 'one outcome supports one approved claim', { claimId: claim.standing.claimId, other });
}

/** Moves the partner-year and checks that the event's headroom is what follows: money rule 1 of domain.md section 9. */
export function move(
  state: IncentivesState,
  { partnerId, programYear }: { readonly partnerId: PartnerId; readonly programYear: number },
  cap: CapMove,
  by: { readonly reserved?: Cents; readonly approved?: Cents; readonly reversed?: Cents },
): IncentivesState {
  const key = capYearKey(partnerId, programYear);
  const year = state.capYears.get(key) ?? { reservedCents: ZERO, approvedCents: ZERO, reversedCents: ZERO };
  const before = usedCents(year);
  year.reservedCents = add(year.reservedCents, by.reserved ?? ZERO);
  year.approvedCents = add(year.approvedCents, by.approved ?? ZERO);
  year.reversedCents = add(year.reversedCents, by.reversed ?? ZERO);
  const after = usedCents(year);
  assert(year.reversedCents <= year.approvedCents, 'no more is reversed than was approved', { key });
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

/** Cuts the claim off from all that it stands against; the event must name them. */
export function partWithRivals(
  state: IncentivesState,
  claim: Claim,
  named: readonly ClaimId[],
  revision: number,
): void {
  assert(
    named.length === claim.rivals.length && named.every((id) => claim.rivals.includes(id)),
    'the rivals of a claim',
    {
      claimId: claim.standing.claimId,
    },
  );
  for (const rivalId of claim.rivals) {
    const rival = present(state.claims.get(rivalId), 'a rival claim');
    rival.rivals = without(rival.rivals, claim.standing.claimId);
    rival.touched = revision;
  }
  claim.rivals = [];
}

/** Two claims stand against each other from now on. */
export function contest(state: IncentivesState, claim: Claim, rivalIds: readonly ClaimId[], revision: number): void {
  for (const rivalId of rivalIds) {
    const rival = present(state.claims.get(rivalId), 'a contested claim');
    claim.rivals = joined(claim.rivals, [rivalId]);
    rival.rivals = joined(rival.rivals, [claim.standing.claimId]);
    rival.touched = revision;
  }
}

/** Adds to the list of a key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A claim of the partner names the file. */
export function use(state: IncentivesState, sha256: string, partnerId: PartnerId): void {
  const file = present(state.evidence.get(sha256), 'the evidence of a claim');
  if (!file.usedBy.includes(partnerId)) file.usedBy = [...file.usedBy, partnerId];
}

/** What is in either list, once. */
export const joined = <T>(known: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...known, ...more])];

export const without = <T>(known: readonly T[], gone: T): readonly T[] => known.filter((one) => one !== gone);
