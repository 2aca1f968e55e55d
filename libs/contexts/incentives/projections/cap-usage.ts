import { CapOverridden } from '#contexts/incentives/events/cap-overridden';
import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import type { UsageDocument } from '#contexts/incentives/views/cap-usage';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { assert, impossible } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import type { Cents } from '#kernel/money/cents';
import { add, subtract, ZERO } from '#kernel/money/cents';

type Moved =
  | IncentiveClaimed
  | ClaimApproved
  | ClaimDenied
  | ClaimWithdrawn
  | ClaimResubmitted
  | ClaimAppealed
  | AppealRejected
  | ClaimReversed
  | ContestResolved;
type Read = Moved | CapOverridden | PaymentSettled;

/** What each partner has used of each program year. */
export const capUsageProjection: Projection<UsageDocument> = {
  view: { name: 'cap-usage', version: 3 },
  types: [
    ...[IncentiveClaimed, ClaimApproved, ClaimDenied, ClaimWithdrawn, ClaimResubmitted],
    ...[ClaimAppealed, AppealRejected, ClaimReversed, ContestResolved, CapOverridden, PaymentSettled],
  ],
  keys(recorded) {
    const event = recorded as Read;
    if (event.type === 'PaymentSettled' && event.data.payment.fund !== 'incentives') return [];
    const { partnerId, programYear } = yearOf(event);
    const left = event.type === 'ClaimResubmitted' ? event.data.left : undefined;
    return [programYear, ...(left === undefined ? [] : [left.programYear])].map((year) => `${partnerId}/${year}`);
  },
  fold(document, recorded, key) {
    const event = recorded as Read;
    const before = document ?? unused(yearOf(event).partnerId, Number(key.slice(key.indexOf('/') + 1)));
    if (event.type === 'PaymentSettled') return paid(before, event);
    if (event.type !== 'CapOverridden') return folded(before, event);
    const { cents, expiresOn, reason } = event.data;
    return { ...before, overrides: [...before.overrides, { cents, expiresOn, reason }] };
  },
};

function yearOf({ data }: Read): Pick<UsageDocument, 'partnerId' | 'programYear'> {
  if ('claim' in data) return data.claim;
  return 'payment' in data ? data.payment : data;
}

/** What the bank has settled; an instruction that left, or came back, is not paid. */
const paid = (before: UsageDocument, { data }: PaymentSettled): UsageDocument => ({
  ...before,
  paidCents: add(before.paidCents, data.payment.amountCents),
});

function folded(before: UsageDocument, event: Moved): UsageDocument {
  const { claim } = event.data;
  switch (event.type) {
    case 'IncentiveClaimed':
      return { ...held(before, claim.reservedCents), claims: before.claims + 1 };
    case 'ClaimApproved':
      return {
        ...released(before, event.data.releasedCents),
        approvedCents: add(before.approvedCents, claim.approvedCents),
      };
    case 'ClaimDenied':
    case 'ClaimWithdrawn':
    case 'AppealRejected':
      return released(before, event.data.releasedCents);
    case 'ClaimAppealed':
      return held(before, claim.reservedCents);
    case 'ContestResolved':
      // Only a claim that was contested moves money by it, and such a one held nothing before.
      return held(before, subtract(event.data.cap.headroomBeforeCents, event.data.cap.headroomAfterCents));
    case 'ClaimReversed':
      return { ...before, reversedCents: add(before.reversedCents, event.data.reversedCents) };
    case 'ClaimResubmitted':
      return resubmitted(before, event);
    default:
      return impossible(event, 'an event of cap usage');
  }
}

/** A date that moved to another program year takes the claim, and what it holds, out of one and into the other. */
function resubmitted(before: UsageDocument, { data }: ClaimResubmitted): UsageDocument {
  const { programYear, reservedCents } = data.claim;
  if (data.left === undefined) return held(released(before, data.releasedCents), reservedCents);
  if (before.programYear === programYear) return { ...held(before, reservedCents), claims: before.claims + 1 };
  return { ...released(before, data.releasedCents), claims: before.claims - 1 };
}

function unused(partnerId: UsageDocument['partnerId'], programYear: number): UsageDocument {
  return {
    partnerId,
    programYear,
    reservedCents: ZERO,
    approvedCents: ZERO,
    reversedCents: ZERO,
    paidCents: ZERO,
    overrides: [],
    claims: 0,
  };
}

const held = (before: UsageDocument, cents: Cents): UsageDocument => ({
  ...before,
  reservedCents: add(before.reservedCents, cents),
});

function released(before: UsageDocument, cents: Cents): UsageDocument {
  const reservedCents = subtract(before.reservedCents, cents);
  const { partnerId, programYear } = before;
  assert(reservedCents >= 0, 'a reservation is released once', { partnerId, programYear });
  return { ...before, reservedCents };
}
