import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { PersonDocument } from '#contexts/access/views/people';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';

type Read =
  | (PersonRegistered | PersonDeactivated | PersonReactivated | RoleGranted | RoleRevoked)
  | (PersonAffiliated | AffiliationEnded);

/** A document for each person, from the person's own stream and those of the partners it works for. */
export const peopleProjection: Projection<PersonDocument> = {
  view: { name: 'people', version: 2 },
  types: [
    ...[PersonRegistered, PersonDeactivated, PersonReactivated, RoleGranted, RoleRevoked],
    ...[PersonAffiliated, AffiliationEnded],
  ],
  keys: (event) => [(event as Read).data.personId],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'PersonRegistered') {
      const { personId, handle, profileSha256 } = event.data;
      return { id: personId, handle, active: true, profileSha256, roles: [], affiliations: [] };
    }
    return changed(present(document, 'the document of a person'), event);
  },
};

function changed(person: PersonDocument, event: Exclude<Read, PersonRegistered>): PersonDocument {
  switch (event.type) {
    case 'PersonDeactivated':
    case 'PersonReactivated':
      return { ...person, active: event.type === 'PersonReactivated' };
    case 'RoleGranted':
      return { ...person, roles: [...person.roles, event.data.role].sort() };
    case 'RoleRevoked':
      return { ...person, roles: person.roles.filter((role) => role !== event.data.role) };
    case 'PersonAffiliated': {
      const { personId: _personId, ...affiliation } = event.data;
      return { ...person, affiliations: [...person.affiliations, affiliation] };
    }
    case 'AffiliationEnded': {
      const { personId: _personId, ...ended } = event.data;
      const is = (one: PersonDocument['affiliations'][number]): boolean =>
        one.partnerId === ended.partnerId && one.role === ended.role && one.from === ended.from;
      return { ...person, affiliations: person.affiliations.map((one) => (is(one) ? ended : one)) };
    }
    default:
      return impossible(event, 'an event of a person');
  }
}
