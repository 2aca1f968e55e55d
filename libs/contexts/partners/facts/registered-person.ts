import { PersonRegistered } from '#contexts/access/events/person-registered';
import type { FactFold } from '#kernel/decider/decider';
import type { PersonId } from '#kernel/ids/entity-id';

/** That there is such a person: all that an affiliation needs to know. */
export interface RegisteredPerson {
  registered: boolean;
}

export const registeredPerson: FactFold<RegisteredPerson> = {
  name: 'partners/registered-person',
  prefix: 'person-',
  types: [PersonRegistered],
  initial: () => ({ registered: false }),
  evolve: (person) => Object.assign(person, { registered: true }),
};

export const personStream = (personId: PersonId): string => `person-${personId}`;
