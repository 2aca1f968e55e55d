import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import { W9Received } from '#contexts/partners/events/w9-received';
import { ReviewHolds } from '#contexts/payouts/commands/review-holds';
import type { Reaction } from '#kernel/decider/reaction';

type Read = PartnerPaused | PartnerReactivated | PartnerExited | W9Received | PayeeChanged | PayeeHoldEnded;

/** What may keep a partner from being paid holds, or lets go of, all that it is owed. Mostly nothing changes. */
export const onPayeeMoved: Reaction = {
  name: 'on-payee-moved',
  types: [PartnerPaused, PartnerReactivated, PartnerExited, W9Received, PayeeChanged, PayeeHoldEnded],
  mayMeetNo: true,
  react(event) {
    const { partnerId } = (event as Read).data;
    return { name: 'ReviewHolds', command: Object.assign(new ReviewHolds(), { partnerId }) };
  },
};
