import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { AwardId, PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** The partner left, and no offer to it stands any more: an `AwardLapsed` follows for each. On record also when there was none. */
export interface PartnerOffersLapsedData {
  readonly partnerId: PartnerId;
  /** The end of the partner's last day, as its exit states it. */
  readonly leavesAt: Instant;
  readonly awardIds: readonly AwardId[];
}

export const PartnerOffersLapsed = eventType<'PartnerOffersLapsed', PartnerOffersLapsedData>('PartnerOffersLapsed', 1);
export type PartnerOffersLapsed = EventOf<typeof PartnerOffersLapsed>;
