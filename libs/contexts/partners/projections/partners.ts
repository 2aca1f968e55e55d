import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import { W9Received } from '#contexts/partners/events/w9-received';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import type { PartnerDocument } from '#contexts/partners/views/partners';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';

type Changed = PartnerPaused | PartnerReactivated | PartnerExited | PersonAffiliated | AffiliationEnded | Further;
type Further = TerritoryDefined | W9Received | PayeeChanged | PayeeHoldEnded;
type Read = PartnerOnboarded | Changed;

/** A document for each partner. */
export const partnersProjection: Projection<PartnerDocument> = {
  view: { name: 'partners', version: 3 },
  types: [
    ...[PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited, PersonAffiliated, AffiliationEnded],
    ...[TerritoryDefined, W9Received, PayeeChanged, PayeeHoldEnded],
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
  return { id: partnerId, ...profile, territories, status: 'active', exitedOn: null, people: [], ...UNPAID, revision };
}

/** The form's words stay where they were put: `details` names the file. */
const w9Of = ({ data: { taxClass, signedOn, details } }: W9Received): PartnerDocument['w9'] => ({
  ...{ taxClass, signedOn, details: details.sha256 },
});

const UNPAID = { w9: null, payee: null };

function changed(partner: PartnerDocument, event: Changed): PartnerDocument {
  switch (event.type) {
    case 'PartnerPaused':
      return { ...partner, status: 'paused' };
    case 'PartnerReactivated':
      return { ...partner, status: 'active', exitedOn: null };
    case 'PartnerExited':
      return { ...partner, status: 'exited', exitedOn: event.data.exitedOn };
    case 'W9Received':
      return { ...partner, w9: w9Of(event) };
    case 'PayeeChanged':
      return { ...partner, payee: { details: event.data.bank.sha256, heldUntil: event.data.heldUntil } };
    case 'PayeeHoldEnded':
      return { ...partner, payee: { ...present(partner.payee, 'the payee of a partner'), heldUntil: null } };
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
