import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { FactFold } from '#kernel/decider/decider';
import type { PartnerId } from '#kernel/ids/entity-id';

/** Whether a partner is paused: its payables are then held. One that left is paid what it earned. */
export interface PartnerPause {
  paused: boolean;
}

export const partnerPause: FactFold<PartnerPause> = {
  name: 'payouts/partner-pause',
  prefix: 'partner-',
  types: [PartnerPaused, PartnerReactivated, PartnerExited],
  initial: () => ({ paused: false }),
  evolve: (partner, { type }) => Object.assign(partner, { paused: type === PartnerPaused.type }),
};

export const partnerStream = (partnerId: PartnerId): string => `partner-${partnerId}`;
