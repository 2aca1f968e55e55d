import { LapseOffers } from '#contexts/grants/commands/lapse-offers';
import { PartnerOffersLapsed } from '#contexts/grants/events/partner-offers-lapsed';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { Deadline } from '#kernel/decider/deadline';

type Read = PartnerExited | PartnerReactivated | PartnerOffersLapsed;

/** A partner's open offers lapse when its last day is over where it is (domain.md section 9). */
export const partnerExit: Deadline = {
  name: 'partner-exit',
  types: [PartnerExited, PartnerReactivated, PartnerOffersLapsed],
  moves(recorded) {
    const event = recorded as Read;
    const dueAt = event.type === 'PartnerExited' ? event.data.leavesAt : null;
    return [{ entity: event.data.partnerId, dueAt }];
  },
  command: (partnerId) => ({ name: 'LapseOffers', command: Object.assign(new LapseOffers(), { partnerId }) }),
};
