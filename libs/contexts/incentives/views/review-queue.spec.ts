import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { claimsProjection } from '#contexts/incentives/projections/claims';
import type { ClaimDocument } from '#contexts/incentives/views/claims';
import { queuedClaim } from '#contexts/incentives/views/review-queue';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import { zoneCalendar } from '#kernel/time/calendar';
import { plainDate } from '#kernel/time/plain-date';
import { A, ana, claim, claimId, deny, district, incentives, NOW, received } from '../../../../test/support/network';

const { program } = defaultIncentivesPolicy;
const line = (document: ClaimDocument, headroom: Cents, today = '2026-08-09') =>
  queuedClaim(document, headroom, { today: plainDate(today), program, calendar: zoneCalendar });
// 23:30 on 30 June in Los Angeles: the last hour of a quarter.
const EVE = '2026-07-01T06:30:00.000Z';
const claimed = (at = NOW) =>
  incentives
    .given(received('file'))
    .when(claim('district-onboarded', district(1), { key: 'c', at, outcomeDate: '2026-06-29' }))
    .thenAccepted();
const documentOf = ({ world }: ReturnType<typeof claimed>) => world.documents(claimsProjection).get(claimId('c'))!;

describe('the line of a claim in the review queue', () => {
  it('counts its age and quarter in the program’s days, and its headroom as if it were approved', () => {
    expect(line(documentOf(claimed(EVE)), cents(2_000_000), '2026-07-02')).toEqual({
      ...{ kind: 'claim', id: claimId('c'), partnerId: A, status: 'claimed', quarter: '2026-Q2' },
      ...{ outcomeType: 'district-onboarded', subjectId: district(1), outcomeDate: '2026-06-29' },
      ...{ requestedCents: 500_000, reservedCents: 500_000, flags: [], submittedAt: EVE, ageDays: 2 },
      ...{ waitsOn: { role: 'program-staff', act: 'verify', since: EVE }, dueAt: null },
      ...{ missing: ['verification', 'approval'], actedBy: [ana] },
      ...{ headroomCents: 2_000_000, headroomAfterCents: 2_000_000 },
    });
  });

  it.each([
    [300_000, 199_999, ['verification', 'approval', 'headroom'], 0],
    [300_000, 200_000, ['verification', 'approval'], 0],
    [300_000, 200_001, ['verification', 'approval'], 1],
  ])('with %d of 500000 reserved and %d free lacks %j and leaves %d', (reserved, free, missing, after) => {
    const truncated = { ...documentOf(claimed()), reservedCents: cents(reserved) };
    expect(line(truncated, cents(free))).toMatchObject({ missing, headroomAfterCents: after });
  });

  it('is none once nothing is to be done', () => {
    expect(line(documentOf(claimed().when(deny('c')).thenAccepted()), cents(0))).toBeUndefined();
  });
});
