import type { PartnerFacts } from '#contexts/grants/decide/facts';
import { rolesAt } from '#contexts/grants/facts/partner-standing';
import type { PartnerRole } from '#kernel/roles/roles';

/** Who applies in their own right, and who only with a co-signature of the partner's staff (the brief, "Who Can Access"). */
const OWN_RIGHT: readonly PartnerRole[] = ['partner-staff', 'facilitator'];
const WITH_OVERSIGHT: readonly PartnerRole[] = ['program-manager', 'champion'];

/** The role in which somebody applies for the partner today, the strongest they hold; undefined for a stranger. */
export function applicantRole({ partner, partnerToday }: PartnerFacts, person: string): PartnerRole | undefined {
  const roles = rolesAt(partner, person, partnerToday);
  return [...OWN_RIGHT, ...WITH_OVERSIGHT].find((role) => roles.includes(role));
}

export const needsCosignature = (role: PartnerRole): boolean => WITH_OVERSIGHT.includes(role);

export const isStaff = ({ partner, partnerToday }: PartnerFacts, person: string): boolean =>
  rolesAt(partner, person, partnerToday).includes('partner-staff');
