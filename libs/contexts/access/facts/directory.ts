import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { impossible, present } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';
import type { PlainDate } from '#kernel/time/plain-date';

interface Spell {
  readonly partnerId: PartnerId;
  readonly role: PartnerRole;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

interface Entry {
  readonly handle: string | null;
  /** Signed out for good: nobody by that name. */
  readonly out?: boolean;
  readonly roles: Set<NetworkRole>;
  readonly spells: readonly Spell[];
}

/**
 * Who is who, over all streams in the order of the log: what signing in and permissions rest on. A handle or slug that
 * two took in a race stays with the first.
 */
export interface Directory {
  readonly people: Map<PersonId, Entry>;
  readonly byHandle: Map<string, PersonId>;
  readonly bySlug: Map<string, PartnerId>;
}

type Read =
  | (PersonRegistered | PersonDeactivated | PersonReactivated | RoleGranted | RoleRevoked)
  | (PersonAffiliated | AffiliationEnded | PartnerOnboarded);

/** The fold of the whole log that makes it. It owns and changes the directory that it is given. */
export const directoryFold = {
  types: [
    ...[PersonRegistered, PersonDeactivated, PersonReactivated, RoleGranted, RoleRevoked],
    ...[PersonAffiliated, AffiliationEnded, PartnerOnboarded],
  ],
  initial: (): Directory => ({ people: new Map(), byHandle: new Map(), bySlug: new Map() }),
  evolve: foldDirectory,
};

function foldDirectory(directory: Directory, recorded: RecordedEvent): Directory {
  const event = recorded as Read;
  switch (event.type) {
    case 'PartnerOnboarded':
      if (!directory.bySlug.has(event.data.slug)) directory.bySlug.set(event.data.slug, event.data.partnerId);
      return directory;
    case 'PersonRegistered': {
      const { personId, handle } = event.data;
      directory.people.set(personId, { ...entryOf(directory, personId), handle });
      if (!directory.byHandle.has(handle)) directory.byHandle.set(handle, personId);
      return directory;
    }
    case 'PersonDeactivated':
    case 'PersonReactivated': {
      const { personId } = event.data;
      directory.people.set(personId, { ...entryOf(directory, personId), out: event.type === 'PersonDeactivated' });
      return directory;
    }
    case 'RoleGranted':
      present(directory.people.get(event.data.personId), 'the person of a role').roles.add(event.data.role);
      return directory;
    case 'RoleRevoked':
      present(directory.people.get(event.data.personId), 'the person of a role').roles.delete(event.data.role);
      return directory;
    case 'PersonAffiliated': {
      const { personId, ...spell } = event.data;
      return setSpells(directory, personId, (spells) => [...spells, spell]);
    }
    case 'AffiliationEnded': {
      const { personId, ...ended } = event.data;
      return setSpells(directory, personId, (spells) => spells.map((spell) => (same(spell, ended) ? ended : spell)));
    }
    default:
      return impossible(event, 'an event of the directory');
  }
}

/** A person as permissions see them; the shape that access/policy/permissions.ts asks for. */
export interface DirectorySubject {
  readonly personId: PersonId;
  readonly handle: string;
  readonly networkRoles: readonly NetworkRole[];
  readonly partnerRoles: readonly { readonly partnerId: PartnerId; readonly role: PartnerRole }[];
}

/**
 * The person with the roles that are in force on `today` (both days of an affiliation count); undefined for somebody
 * who is not registered, or signed out.
 */
export function subjectOf(
  directory: Readonly<Directory>,
  personId: PersonId,
  today: PlainDate,
): DirectorySubject | undefined {
  const entry = directory.people.get(personId);
  if (entry?.handle === undefined || entry.handle === null || entry.out === true) return undefined;
  const current = entry.spells.filter(({ from, until }) => from <= today && (until === null || today <= until));
  return {
    personId,
    handle: entry.handle,
    networkRoles: [...entry.roles].sort(),
    partnerRoles: current.map(({ partnerId, role }) => ({ partnerId, role })),
  };
}

/** The person who signs in by this handle. */
export function personOfHandle(directory: Readonly<Directory>, handle: string): PersonId | undefined {
  return directory.byHandle.get(handle);
}

/** The partner with this slug. */
export function partnerOfSlug(directory: Readonly<Directory>, slug: string): PartnerId | undefined {
  return directory.bySlug.get(slug);
}

function entryOf({ people }: Directory, personId: PersonId): Entry {
  return people.get(personId) ?? { handle: null, roles: new Set(), spells: [] };
}

function setSpells(
  directory: Directory,
  personId: PersonId,
  change: (spells: readonly Spell[]) => readonly Spell[],
): Directory {
  const entry = entryOf(directory, personId);
  directory.people.set(personId, { ...entry, spells: change(entry.spells) });
  return directory;
}

const same = (a: Spell, b: Spell): boolean => a.partnerId === b.partnerId && a.role === b.role && a.from === b.from;
