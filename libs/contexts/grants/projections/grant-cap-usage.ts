import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardAmended } from '#contexts/grants/events/award-amended';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import type { SlateLine } from '#contexts/grants/events/slate';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { GrantUsageDocument } from '#contexts/grants/views/grant-cap-usage';
import { present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import type { PartnerId } from '#kernel/ids/entity-id';
import { add, sum, ZERO } from '#kernel/money/cents';

type AwardRead =
  AwardAccepted | AwardDeclined | AwardLapsed | AwardAmended | AwardReportAccepted | FundsReturned | AwardReversed;
type Read = RoundAllocated | WaitlistPromoted | AwardRead;

/** What each partner has used of each quarter's cap. */
export const grantCapUsageProjection: Projection<GrantUsageDocument> = {
  view: { name: 'grant-cap-usage', version: 1 },
  types: [
    ...[RoundAllocated, WaitlistPromoted, AwardAccepted, AwardDeclined, AwardLapsed],
    ...[AwardAmended, AwardReportAccepted, FundsReturned, AwardReversed],
  ],
  keys(recorded) {
    const event = recorded as Read;
    if ('award' in event.data) return [`${event.data.award.partnerId}/${event.data.award.quarter}`];
    const { quarter, lines } = offers(event as RoundAllocated | WaitlistPromoted);
    return [...new Set(lines.map(({ partnerId }) => `${partnerId}/${quarter}`))];
  },
  fold(document, recorded, key) {
    const event = recorded as Read;
    if ('award' in event.data) {
      return { ...present(document, 'the usage of an award'), usedCents: event.data.move.cap.usedAfterCents };
    }
    const { quarter, lines } = offers(event as RoundAllocated | WaitlistPromoted);
    const partnerId = key.slice(0, key.indexOf('/')) as PartnerId;
    const own = lines.filter((line) => line.partnerId === partnerId);
    const before = document ?? { partnerId, quarter, usedCents: ZERO, awards: 0 };
    const given = sum(own.map(({ awardedCents }) => awardedCents));
    return { ...before, usedCents: add(before.usedCents, given), awards: before.awards + own.length };
  },
};

function offers({ data }: RoundAllocated | WaitlistPromoted): { quarter: string; lines: readonly SlateLine[] } {
  const [quarter, lines] = 'slate' in data ? [data.round.quarter, data.slate.lines] : [data.quarter, data.lines];
  return { quarter, lines: lines.filter(({ awardedCents }) => awardedCents > 0) };
}
