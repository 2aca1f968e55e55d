import type { Role } from '#contexts/access/policy/permissions';
import { COMMANDS, CONFIRMERS, ON_BEHALF, VIEWS } from '#contexts/access/policy/permissions';
import type { PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';

/** Who is asking, as the directory knows them today. */
export interface Subject {
  readonly personId: PersonId;
  readonly networkRoles: readonly NetworkRole[];
  /** Roles that are in force today. */
  readonly partnerRoles: readonly { readonly partnerId: string; readonly role: PartnerRole }[];
}

/** What the permission table says: in which role it is allowed, or which roles would be. */
export type Permission =
  { readonly allowed: true; readonly role: Role } | { readonly allowed: false; readonly needs: readonly Role[] };

/** Whether a person may issue a command, and in which of their roles they then act. Denied where there is no row. */
export function can(subject: Subject, commandName: string): Permission {
  return allowedBy(rowOf(COMMANDS, commandName), subject);
}

/** Whether a person may be the second of an act that takes two; mostly whoever may ask for it. */
export function canConfirm(subject: Subject, commandName: string): Permission {
  return allowedBy(CONFIRMERS[commandName]?.roles ?? rowOf(COMMANDS, commandName), subject);
}

/** What the second person has to write down; undefined where nothing is asked. */
export const noteNeeded = (commandName: string): string | undefined => CONFIRMERS[commandName]?.note;

/**
 * Whether `actor` may issue a command on behalf of `principal` (undefined: nobody by that id), and in which of the
 * principal's roles. One answer for all that do not fit: who works where is not told.
 */
export function canOnBehalf(actor: Subject, principal: Subject | undefined, commandName: string): Permission {
  const needs = rowOf(ON_BEHALF, commandName);
  const theirs = principal === undefined ? undefined : can(principal, commandName);
  if (principal === undefined || theirs?.allowed !== true) return { allowed: false, needs };
  if (actor.networkRoles.some((role) => needs.includes(role))) return theirs;
  const own = new Set(actor.partnerRoles.filter(({ role }) => needs.includes(role)).map(({ partnerId }) => partnerId));
  const acted = principal.partnerRoles.filter(({ role }) => rowOf(COMMANDS, commandName).includes(role));
  // Of somebody with two partners, only who works for both: the command may be about either.
  return acted.length > 0 && acted.every(({ partnerId }) => own.has(partnerId)) ? theirs : { allowed: false, needs };
}

/** Whether a job of the system may issue a command. */
export function serviceCan(commandName: string): Permission {
  const needs = rowOf(COMMANDS, commandName);
  return needs.includes('service') ? { allowed: true, role: 'service' } : { allowed: false, needs };
}

/** Whose rows of a view a person may read. */
export type Reach =
  | { readonly reach: 'all'; readonly role: NetworkRole }
  | { readonly reach: 'partners'; readonly partnerIds: readonly string[]; readonly role: PartnerRole }
  | { readonly reach: 'none'; readonly needs: readonly Role[] };

/** The widest reach that the person's roles give over a view: everything by a network role, else the own partners. */
export function reads(subject: Subject, view: string): Reach {
  const needs = rowOf(VIEWS, view);
  const network = subject.networkRoles.find((role) => needs.includes(role));
  if (network !== undefined) return { reach: 'all', role: network };
  const own = subject.partnerRoles.filter(({ role }) => needs.includes(role));
  const first = own[0];
  if (first === undefined) return { reach: 'none', needs };
  return { reach: 'partners', partnerIds: [...new Set(own.map(({ partnerId }) => partnerId))], role: first.role };
}

function rowOf(table: Readonly<Record<string, readonly Role[]>>, name: string): readonly Role[] {
  return Object.hasOwn(table, name) ? (table[name] ?? []) : [];
}

function allowedBy(needs: readonly Role[], { networkRoles, partnerRoles }: Subject): Permission {
  const held = new Set<Role>([...networkRoles, ...partnerRoles.map(({ role }) => role)]);
  const role = needs.find((one) => held.has(one));
  return role === undefined ? { allowed: false, needs } : { allowed: true, role };
}
