import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { W9Received } from '#contexts/partners/events/w9-received';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import { impossible } from '#kernel/assert/assert';
import type { FactFold } from '#kernel/decider/decider';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

interface Spell {
  readonly role: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** What a payment may know of whom it pays. A partner that left is paid what it earned. */
export interface PayeeStanding {
  slug: string;
  name: string;
  timeZone: string;
  paused: boolean;
  hasW9: boolean;
  account: {
    readonly sha256: string;
    readonly changedBy: readonly PersonId[];
    readonly heldUntil: Instant | null;
  } | null;
  readonly people: Map<PersonId, readonly Spell[]>;
}

type Read =
  | PartnerOnboarded
  | PartnerPaused
  | PartnerReactivated
  | PartnerExited
  | W9Received
  | PayeeChanged
  | PersonAffiliated
  | AffiliationEnded;

export const payeeStanding: FactFold<PayeeStanding> = {
  name: 'payouts/payee-standing',
  prefix: 'partner-',
  types: [
    ...[PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited],
    ...[W9Received, PayeeChanged, PersonAffiliated, AffiliationEnded],
  ],
  initial: () => ({
    ...{ slug: '', name: '', timeZone: 'UTC', paused: false, hasW9: false, account: null },
    people: new Map(),
  }),
  evolve(payee, recorded) {
    const event = recorded as Read;
    switch (event.type) {
      case 'PartnerOnboarded': {
        const { slug, name, timeZone } = event.data;
        return Object.assign(payee, { slug, name, timeZone });
      }
      case 'PartnerPaused':
        return Object.assign(payee, { paused: true });
      case 'PartnerReactivated':
      case 'PartnerExited':
        return Object.assign(payee, { paused: false });
      case 'W9Received':
        return Object.assign(payee, { hasW9: true });
      case 'PayeeChanged':
        return changed(payee, event);
      case 'PersonAffiliated':
      case 'AffiliationEnded':
        return affiliated(payee, event);
      default:
        return impossible(event, 'an event of a payee');
    }
  },
};

function changed(payee: PayeeStanding, { data }: PayeeChanged): PayeeStanding {
  const { bank, changedBy, heldUntil } = data;
  return Object.assign(payee, { account: { sha256: bank.sha256, changedBy, heldUntil } });
}

/** An end replaces the spell that began on the same day in the same role. */
function affiliated(payee: PayeeStanding, { data }: PersonAffiliated | AffiliationEnded): PayeeStanding {
  const { personId, role, from, until } = data;
  const others = (payee.people.get(personId) ?? []).filter((one) => one.role !== role || one.from !== from);
  payee.people.set(personId, [...others, { role, from, until }]);
  return payee;
}

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

/** Whether a person works for the payee on a day. */
export const worksFor = ({ people }: Readonly<PayeeStanding>, personId: PersonId, on: PlainDate): boolean =>
  (people.get(personId) ?? []).some(({ from, until }) => from <= on && (until === null || on <= until));
