import type { AffiliationEndedData } from '#contexts/partners/events/affiliation-ended';
import type { PartnerExited } from '#contexts/partners/events/partner-exited';
import type { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import type { PartnerPaused } from '#contexts/partners/events/partner-paused';
import type { PartnerProfile, PartnerStatus } from '#contexts/partners/events/partner-profile';
import type { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { PersonAffiliatedData } from '#contexts/partners/events/person-affiliated';
import type { PayeeHoldEndedData } from '#contexts/partners/events/payee-hold-ended';
import type { W9ReceivedData } from '#contexts/partners/events/w9-received';
import { impossible, present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

type StatusEvent = PartnerOnboarded | PartnerPaused | PartnerReactivated | PartnerExited;

/** What a caller is told of a partner: how it stands after the command's own event. */
export function partnerReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a partner command') as StatusEvent;
  const { partnerId } = event.data;
  switch (event.type) {
    case 'PartnerOnboarded':
      return { status: 201, body: shown(partnerId, event.data, 'active'), location: `/v1/partners/${partnerId}` };
    case 'PartnerPaused':
      return { status: 200, body: shown(partnerId, event.data.partner, 'paused') };
    case 'PartnerReactivated':
      return { status: 200, body: shown(partnerId, event.data.partner, 'active') };
    case 'PartnerExited':
      return {
        status: 200,
        body: { ...shown(partnerId, event.data.partner, 'exited'), exitedOn: event.data.exitedOn },
      };
    default:
      return impossible(event, 'the event of a partner command');
  }
}

/** What a caller is told of an affiliation. */
export function affiliationReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of an affiliation command');
  const { partnerId, personId, role, from, until } = event.data as PersonAffiliatedData | AffiliationEndedData;
  return { status: 200, body: { partnerId, personId, role, from, until } };
}

/** What a caller is told of a territory. */
export function territoryReply(events: readonly RecordedEvent[]): Reply {
  return { status: 200, body: present(events[0], 'the event of a territory').data };
}

/** What a caller is told of a W-9: nothing of what it says. */
export function w9Reply(events: readonly RecordedEvent[]): Reply {
  const { partnerId, taxClass, signedOn } = present(events[0], 'the event of a W-9').data as W9ReceivedData;
  return { status: 200, body: { partnerId, taxClass, signedOn } };
}

/** What is told of an account: until when nothing is paid to it. */
export function payeeReply(events: readonly RecordedEvent[]): Reply {
  const { partnerId, heldUntil } = present(events[0], 'the event of a payee').data as PayeeHoldEndedData;
  return { status: 200, body: { partnerId, heldUntil } };
}

function shown(id: PartnerId, { slug, name, states, timeZone, since }: PartnerProfile, status: PartnerStatus): object {
  return { id, slug, name, states, timeZone, status, since };
}
