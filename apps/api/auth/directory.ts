import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';

/** A person as permissions see them: roles and affiliations that are in force today. */
export interface Subject {
  readonly personId: PersonId;
  readonly handle: string;
  readonly networkRoles: readonly NetworkRole[];
  readonly partnerRoles: readonly { readonly partnerId: PartnerId; readonly role: PartnerRole }[];
}

/** Who is who, at the log's head of this moment: asked on every request, so that a revoked person is out at once. */
export abstract class Directory {
  /** Undefined for somebody who is not registered, or no longer. */
  abstract subject(personId: PersonId): Promise<Subject | undefined> | Subject | undefined;
  abstract partnerOfSlug(slug: string): Promise<PartnerId | undefined> | PartnerId | undefined;
  abstract personOfHandle(handle: string): Promise<PersonId | undefined> | PersonId | undefined;
}

/** Who is asking. Roles come from the directory, never from the token (G31). */
export interface Who {
  readonly personId: PersonId;
  readonly handle: string;
  readonly roles: readonly (NetworkRole | PartnerRole)[];
  /** The partner that the person works for; null for the network's own staff. */
  readonly partnerId: PartnerId | null;
  readonly subject: Subject;
  /** Which issuer vouched for them. */
  readonly issuer: string;
}

export function whoIs(subject: Subject, issuer: string): Who {
  const { personId, handle, networkRoles, partnerRoles } = subject;
  const roles = [...new Set([...networkRoles, ...partnerRoles.map(({ role }) => role)])];
  return { personId, handle, roles, partnerId: partnerRoles[0]?.partnerId ?? null, subject, issuer };
}
