/** Roles of the network's own staff (domain.md section 2). They come from events, never from a token or a body (G31). */
export const NETWORK_ROLES = ['program-staff', 'grant-reviewer', 'finance', 'auditor', 'admin'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];

/** Roles that decide on money; whoever administers accounts holds none of them (domain.md section 2). */
export const MONEY_ROLES: readonly NetworkRole[] = ['program-staff', 'grant-reviewer', 'finance'];

/** Roles in which a person works for a partner, from a date until a date. */
export const PARTNER_ROLES = ['partner-staff', 'program-manager', 'facilitator', 'champion'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];
