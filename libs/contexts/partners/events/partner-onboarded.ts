import type { PartnerProfile } from '#contexts/partners/events/partner-profile';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** An organisation joined the network: the unit to which every cap applies, however many states it serves. */
export interface PartnerOnboardedData extends PartnerProfile {
  readonly partnerId: PartnerId;
}

export const PartnerOnboarded = eventType<'PartnerOnboarded', PartnerOnboardedData>('PartnerOnboarded', 1);
export type PartnerOnboarded = EventOf<typeof PartnerOnboarded>;
