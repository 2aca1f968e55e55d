import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import type { PartnerDocument } from '#contexts/partners/views/partners';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';

type Changed = PartnerPaused | PartnerReactivated | PartnerExited | PersonAffiliated | AffiliationEnded;
type Read = PartnerOnboarded | Changed;

/** A document for each partner. */
export const partnersProjection: Projection<PartnerDocument> = {
  view: { name: 'partners', version: 1 },
  types: [PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited, PersonAffiliated, AffiliationEnded],
  keys: (event) => [(event as Read).data.partnerId],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'PartnerOnboarded') return onboarded(event);
    return { ...changed(present(document, 'the document of a partner'), event), revision: event.revision };
  },
};

function onboarded({ data, revision }: PartnerOnboarded): PartnerDocument {
  const { partnerId, ...profile } = data;
  return { id: partnerId, ...profile, status: 'active', exitedOn: null, people: [], revision };
}

function changed(partner: PartnerDocument, event: Changed): PartnerDocument {
  switch (event.type) {
    case 'PartnerPaused':
      return { ...partner, ...event.data.partner, status: 'paused' };
    case 'PartnerReactivated':
      return { ...partner, ...event.data.partner, status: 'active' };
    case 'PartnerExited':
      return { ...partner, ...event.data.partner, status: 'exited', exitedOn: event.data.exitedOn };
    case 'PersonAffiliated': {
      const { partnerId: _partnerId, ...person } = event.data;
      return { ...partner, people: [...partner.people, person] };
    }
    case 'AffiliationEnded': {
      const { personId, role, from, until } = event.data;
      const ended = { personId, role, from, until };
      const is = (one: PartnerDocument['people'][number]): boolean =>
        one.personId === personId && one.role === role && one.from === from;
      return { ...partner, people: partner.people.map((one) => (is(one) ? ended : one)) };
    }
    default:
      return impossible(event, 'an event of a partner');
  }
}
