import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { W9Received } from '#contexts/partners/events/w9-received';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import type { FactFold } from '#kernel/decider/decider';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';

/** What keeps a partner from being paid. One that left is paid what it earned. */
export interface PayeeStanding {
  paused: boolean;
  hasW9: boolean;
  account: { readonly heldUntil: Instant | null } | null;
}

type Read = PartnerPaused | PartnerReactivated | PartnerExited | W9Received | PayeeChanged;

export const payeeStanding: FactFold<PayeeStanding> = {
  name: 'payouts/payee-standing',
  prefix: 'partner-',
  types: [PartnerPaused, PartnerReactivated, PartnerExited, W9Received, PayeeChanged],
  initial: () => ({ paused: false, hasW9: false, account: null }),
  evolve(payee, recorded) {
    const event = recorded as Read;
    if (event.type === 'W9Received') return Object.assign(payee, { hasW9: true });
    if (event.type === 'PayeeChanged') return Object.assign(payee, { account: { heldUntil: event.data.heldUntil } });
    return Object.assign(payee, { paused: event.type === 'PartnerPaused' });
  },
};

export const partnerStream = (partnerId: PartnerId): string => `partner-${partnerId}`;

/** Why a partner may not be paid at a moment, always in this order; nothing is known of a partner without any event. */
export function holdsAt(payee: Readonly<PayeeStanding> | undefined, at: Instant): readonly PayableHold[] {
  const { paused, hasW9, account } = payee ?? payeeStanding.initial();
  const isHeld = account?.heldUntil !== undefined && account.heldUntil !== null && at < account.heldUntil;
  const holds: readonly (PayableHold | false)[] = [
    !hasW9 && 'no-w9',
    account === null && 'payee-unverified',
    isHeld && 'bank-changed',
    paused && 'partner-paused',
  ];
  return holds.filter((hold) => hold !== false);
}
