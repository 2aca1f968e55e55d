import type { PartnerProfile } from '#contexts/partners/events/partner-profile';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** A paused partner may claim again, or one whose exit was announced stays. */
export interface PartnerReactivatedData {
  readonly partnerId: PartnerId;
  readonly reason: string;
  readonly partner: PartnerProfile;
}

export const PartnerReactivated = eventType<'PartnerReactivated', PartnerReactivatedData>('PartnerReactivated', 1);
export type PartnerReactivated = EventOf<typeof PartnerReactivated>;
