import type { PartnerProfile, PartnerStatus } from '#contexts/partners/events/partner-profile';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/** A person in a role; both days inclusive, null is open. */
export interface Affiliation {
  readonly personId: PersonId;
  readonly role: PartnerRole;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export interface Partner {
  readonly partnerId: PartnerId;
  status: PartnerStatus;
  profile: PartnerProfile;
  /** When an exit takes effect; null when none is announced. */
  leavesAt: Instant | null;
  affiliations: Affiliation[];
  /** Where its money goes; null until two people have said so. `heldUntil` until the hold on a change has ended. */
  payee: { readonly heldUntil: Instant | null } | null;
  /** Revision of the last event that touched it. */
  touched: number;
}

/** One stream, one partner: null until it is onboarded. */
export interface PartnerState {
  partner: Partner | null;
}

/** Whether two spells of days have a day in common. */
export function overlap(a: Pick<Affiliation, 'from' | 'until'>, b: Pick<Affiliation, 'from' | 'until'>): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
}
