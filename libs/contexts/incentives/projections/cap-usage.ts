import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import type { UsageDocument } from '#contexts/incentives/views/cap-usage';
import { assert, impossible } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import { add, subtract, ZERO } from '#kernel/money/cents';

type Read = IncentiveClaimed | ClaimApproved | ClaimDenied | ClaimWithdrawn;

/** What each partner has used of each program year. */
export const capUsageProjection: Projection<UsageDocument> = {
  view: { name: 'cap-usage', version: 1 },
  types: [IncentiveClaimed, ClaimApproved, ClaimDenied, ClaimWithdrawn],
  keys(event) {
    const { partnerId, programYear } = (event as Read).data.claim;
    return [`${partnerId}/${programYear}`];
  },
  fold(document, recorded) {
    const event = recorded as Read;
    const before = document ?? unused(event);
    switch (event.type) {
      case 'IncentiveClaimed': {
        const reservedCents = add(before.reservedCents, event.data.claim.reservedCents);
        return { ...before, reservedCents, claims: before.claims + 1 };
      }
      case 'ClaimApproved': {
        const approvedCents = add(before.approvedCents, event.data.claim.approvedCents);
        return { ...released(before, event), approvedCents };
      }
      case 'ClaimDenied':
      case 'ClaimWithdrawn':
        return released(before, event);
      default:
        return impossible(event, 'an event of cap usage');
    }
  },
};

function unused({ data: { claim } }: Read): UsageDocument {
  const { partnerId, programYear } = claim;
  return {
    partnerId,
    programYear,
    reservedCents: ZERO,
    approvedCents: ZERO,
    reversedCents: ZERO,
    paidCents: ZERO,
    claims: 0,
  };
}

function released(before: UsageDocument, { data }: ClaimApproved | ClaimDenied | ClaimWithdrawn): UsageDocument {
  const reservedCents = subtract(before.reservedCents, data.releasedCents);
  assert(reservedCents >= 0, 'a reservation is released once', { claimId: data.claim.claimId });
  return { ...before, reservedCents };
}
