import type { PartnerProfile } from '#contexts/partners/events/partner-profile';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** New claims and proposals are refused, decided ones go on, payables are held (domain.md section 9). */
export interface PartnerPausedData {
  readonly partnerId: PartnerId;
  readonly reason: string;
  readonly partner: PartnerProfile;
}

export const PartnerPaused = eventType<'PartnerPaused', PartnerPausedData>('PartnerPaused', 1);
export type PartnerPaused = EventOf<typeof PartnerPaused>;
