import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import type { PartnerDocument } from '#contexts/partners/views/partners';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';

type Changed =
  PartnerPaused | PartnerReactivated | PartnerExited | PersonAffiliated | AffiliationEnded | TerritoryDefined;
type Read = PartnerOnboarded | Changed;

/** A document for each partner. */
export const partnersProjection: Projection<PartnerDocument> = {
  view: { name: 'partners', version: 2 },
  types: [
    ...[PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited, PersonAffiliated, AffiliationEnded],
    TerritoryDefined,
  ],
  keys: (event) => [(event as Read).data.partnerId],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'PartnerOnboarded') return onboarded(event);
    return { ...changed(present(document, 'the document of a partner'), event), revision: event.revision };
  },
};

function onboarded({ data, revision }: PartnerOnboarded): PartnerDocument {
  const { partnerId, states, territory, ...profile } = data;
  const areas = states.map((state) => ({ state, zips: [] }));
  const territories = [{ effectiveFrom: profile.since, areas, territory }];
  return { id: partnerId, ...profile, territories, status: 'active', exitedOn: null, people: [], revision };
}

function changed(partner: PartnerDocument, event: Changed): PartnerDocument {
  switch (event.type) {
    case 'PartnerPaused':
      return { ...partner, status: 'paused' };
    case 'PartnerReactivated':
      return { ...partner, status: 'active' };
    case 'PartnerExited':
      return { ...partner, status: 'exited', exitedOn: event.data.exitedOn };
    case 'TerritoryDefined': {
      const { partnerId: _partnerId, ...defined } = event.data;
      return { ...partner, territories: [...partner.territories, defined] };
    }
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
