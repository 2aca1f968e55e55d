import { LapseAward } from '#contexts/grants/commands/lapse-award';
import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { Deadline } from '#kernel/decider/deadline';

type Offered = RoundAllocated | WaitlistPromoted;
type Read = Offered | AwardAccepted | AwardDeclined | AwardLapsed | AwardReversed;

/** An offer that nobody answers lapses at local midnight after day 30 (domain.md section 4; examples.md E10). */
export const unansweredOffer: Deadline = {
  name: 'unanswered-offer',
  types: [RoundAllocated, WaitlistPromoted, AwardAccepted, AwardDeclined, AwardLapsed, AwardReversed],
  moves(recorded) {
    const event = recorded as Read;
    if ('award' in event.data) return [{ entity: event.data.award.awardId, dueAt: null }];
    const dueAt = event.data.offersLapseAt;
    return linesOf(event as Offered).flatMap(({ awardId }) =>
      awardId === undefined ? [] : [{ entity: awardId, dueAt }],
    );
  },
  command: (awardId) => ({ name: 'LapseAward', command: Object.assign(new LapseAward(), { awardId }) }),
};

const linesOf = ({ data }: Offered): RoundAllocated['data']['slate']['lines'] =>
  'slate' in data ? data.slate.lines : data.lines;
