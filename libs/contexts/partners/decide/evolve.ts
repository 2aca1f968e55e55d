import type { Partner, PartnerState } from '#contexts/partners/decide/state';
import { overlap } from '#contexts/partners/decide/state';
import type { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import type { PartnerExited } from '#contexts/partners/events/partner-exited';
import type { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import type { PartnerPaused } from '#contexts/partners/events/partner-paused';
import type { PartnerStatus } from '#contexts/partners/events/partner-profile';
import type { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { PayeeChangeRefused } from '#contexts/partners/events/payee-change-refused';
import type { PayeeChanged } from '#contexts/partners/events/payee-changed';
import type { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import type { W9Received } from '#contexts/partners/events/w9-received';
import type { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import type { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

type PartnerEvent =
  | PartnerOnboarded
  | PartnerPaused
  | PartnerReactivated
  | PartnerExited
  | PersonAffiliated
  | AffiliationEnded
  | TerritoryDefined
  | W9Received
  | PayeeChanged
  | PayeeChangeRefused
  | PayeeHoldEnded;

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: PartnerState, recorded: RecordedEvent): PartnerState {
  const event = recorded as PartnerEvent;
  switch (event.type) {
    case 'PartnerOnboarded':
      return onboarded(state, event);
    case 'PartnerPaused':
      return moved(state, event, ['active'], 'paused');
    case 'PartnerReactivated':
      // From an exit too, as long as its day has not come: the decision looks at the clock.
      return moved(state, event, ['paused', 'exited'], 'active');
    case 'PartnerExited':
      return moved(state, event, ['active', 'paused'], 'exited');
    case 'PersonAffiliated':
      return affiliated(state, event);
    case 'AffiliationEnded':
      return ended(state, event);
    case 'PayeeChanged':
      partnerOf(state, event.data.partnerId, event.revision).payee = { heldUntil: event.data.heldUntil };
      return state;
    case 'PayeeHoldEnded':
      return holdEnded(state, event);
    case 'W9Received':
    case 'TerritoryDefined':
      partnerOf(state, event.data.partnerId, event.revision);
      return state;
    case 'PayeeChangeRefused':
      return state;
    default:
      return impossible(event, 'a partner event');
  }
}

function onboarded(state: PartnerState, { data, revision }: PartnerOnboarded): PartnerState {
  const { partnerId, ...profile } = data;
  assert(state.partner === null, 'a partner is onboarded once', { partnerId });
  state.partner = {
    partnerId,
    status: 'active',
    profile,
    leavesAt: null,
    affiliations: [],
    payee: null,
    touched: revision,
  };
  return state;
}

function moved(
  state: PartnerState,
  { type, data, revision }: PartnerPaused | PartnerReactivated | PartnerExited,
  from: readonly PartnerStatus[],
  to: PartnerStatus,
): PartnerState {
  const partner = partnerOf(state, data.partnerId, revision);
  assert(from.includes(partner.status), 'a partner does not come here from where it stands', {
    type,
    from: partner.status,
  });
  partner.status = to;
  partner.profile = data.partner;
  partner.leavesAt = 'leavesAt' in data ? data.leavesAt : null;
  return state;
}

function affiliated(state: PartnerState, { data, revision }: PersonAffiliated): PartnerState {
  const { partnerId, ...next } = data;
  const partner = partnerOf(state, partnerId, revision);
  assert(next.until === null || next.from <= next.until, 'an affiliation ends after it begins', { ...next });
  const twice = partner.affiliations.some((known) => same(known, next) && overlap(known, next));
  assert(!twice, 'a person holds a role once at a time', { ...next });
  partner.affiliations.push(next);
  return state;
}

function ended(state: PartnerState, { data, revision }: AffiliationEnded): PartnerState {
  const partner = partnerOf(state, data.partnerId, revision);
  const at = partner.affiliations.findIndex((known) => same(known, data) && known.from === data.from);
  const known = present(partner.affiliations[at], 'the affiliation that ends');
  assert(overlap(known, { from: data.until, until: data.until }), 'an affiliation ends within its time', { ...data });
  partner.affiliations[at] = { ...known, until: data.until };
  return state;
}

function holdEnded(state: PartnerState, { data, revision }: PayeeHoldEnded): PartnerState {
  const partner = partnerOf(state, data.partnerId, revision);
  assert(partner.payee?.heldUntil === data.heldUntil, 'the hold that a change began', { ...data });
  partner.payee = { heldUntil: null };
  return state;
}

function partnerOf(state: PartnerState, partnerId: string, revision: number): Partner {
  const partner = present(state.partner, 'the partner of an event');
  assert(partner.partnerId === partnerId, 'an event of a partner’s stream is about that partner', { partnerId });
  partner.touched = revision;
  return partner;
}

const same = (
  a: { readonly personId: string; readonly role: string },
  b: { readonly personId: string; readonly role: string },
): boolean => a.personId === b.personId && a.role === b.role;
