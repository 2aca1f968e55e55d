import { PersonRegistered } from '#contexts/access/events/person-registered';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';

/** Whom a file's words mean, by the log: the first that took a slug, a name or a handle. */
export interface Known {
  readonly partnerBySlug: Map<string, PartnerId>;
  readonly partnerByName: Map<string, PartnerId>;
  readonly personByHandle: Map<string, PersonId>;
}

/** The fold of the whole log that makes it. It owns and changes what it is given. */
export const knownFold = {
  types: [PartnerOnboarded, PersonRegistered],
  initial: (): Known => ({ partnerBySlug: new Map(), partnerByName: new Map(), personByHandle: new Map() }),
  evolve: (known: Known, recorded: RecordedEvent): Known => {
    const event = recorded as PartnerOnboarded | PersonRegistered;
    switch (event.type) {
      case 'PartnerOnboarded': {
        const { slug, name, partnerId } = event.data;
        first(known.partnerBySlug, slug, partnerId);
        first(known.partnerByName, foldedName(name), partnerId);
        return known;
      }
      case 'PersonRegistered':
        first(known.personByHandle, event.data.handle, event.data.personId);
        return known;
      default:
        return impossible(event, 'an event of who is known');
    }
  },
};

/** Names compared as a person compares them: capitals, accents' encoding and spaces make no difference. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

function first<Id>(map: Map<string, Id>, key: string, id: Id): void {
  if (!map.has(key)) map.set(key, id);
}
