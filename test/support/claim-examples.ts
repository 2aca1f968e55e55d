import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import type { Scenario } from './given-when-then';
import { A, approve, claim, claimId, deny, district, incentives, pat, policyOf, received, verify } from './network';

/** How the examples' claim `c` stands when it was just made: $5,000 reserved for a district's onboarding. */
export const standing = (fields: object = {}) => ({
  claimId: claimId('c'),
  status: 'claimed' as const,
  partnerId: A,
  programYear: 2026,
  outcomeType: 'district-onboarded',
  subjectId: 'lea:0100001' as const,
  outcomeDate: plainDate('2026-08-01'),
  requestedCents: cents(500_000),
  reservedCents: cents(500_000),
  approvedCents: cents(0),
  truncated: false,
  flags: [],
  policy: policyOf(defaultIncentivesPolicy),
  ...fields,
});

/** The same claim approved in full. */
export const standingApproved = (fields: object = {}) =>
  standing({ status: 'approved' as const, reservedCents: cents(0), approvedCents: cents(500_000), ...fields });

/** A move of the year's headroom, in cents. */
export const cap = (before: number, after: number, capCents = 2_500_000) => ({
  capCents: cents(capCents),
  headroomBeforeCents: cents(before),
  headroomAfterCents: cents(after),
});

/** The id that a decision with the key `decision` gets. */
export const decisionId = entityId('dec', uuidOf('decision'));

/** When the answer to a question, or an appeal, of the examples' day is due: 31 days later at midnight in Los Angeles. */
export const DUE = instant('2026-09-04T07:00:00.000Z');

/** A live claim `c` of $5,000 by ana; two files have been received. */
export const claimed = (): Scenario =>
  incentives
    .given(received('file'), received('other'))
    .when(claim('district-onboarded', district(1), { key: 'c' }))
    .thenAccepted();
/** Verified by pia. */
export const verified = (): Scenario => claimed().when(verify('c')).thenAccepted();
/** Verified by pia, approved in full by pat. */
export const approved = (): Scenario => verified().when(approve('c')).thenAccepted();
/** Verified by pia, denied by pat. */
export const denied = (): Scenario => verified().when(deny('c', pat)).thenAccepted();

/** The refusal of an act on `c` to one who `held` another duty on its money, or is of the partner itself. */
export const clash = (act: 'verify' | 'approve' | 'deny', who: string, held: 'partner' | 'submitted' | 'verified') =>
  ClaimActRefused({
    because: 'SOD',
    detail:
      held === 'partner'
        ? 'Nobody decides on a claim of their own partner.'
        : `You ${held} ${claimId('c')}, so somebody else must ${act} it.`,
    figures: { person: who, act, claimId: claimId('c'), held },
    claimId: claimId('c'),
    partnerId: A,
    act,
  });
