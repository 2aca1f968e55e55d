import { DeactivatePerson } from '#contexts/access/commands/deactivate-person';
import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';
import { partnerNamed, personNamed } from '../../support/a-founding';
import type { ANetwork } from '../../support/a-network';

interface Part {
  readonly roles?: readonly NetworkRole[];
  readonly at?: { readonly slug: 'alpha' | 'beta'; readonly role: PartnerRole; readonly until?: string };
  readonly isGone?: true;
}

const of = (slug: 'alpha' | 'beta', role: PartnerRole): Part => ({ at: { slug, role } });

/**
 * Everybody who may stand before an address, by what they are to the things of the partner alpha: role and relation.
 * A name is also the person's handle.
 */
export const CAST = {
  // Partner alpha, whose things they are.
  own: of('alpha', 'partner-staff'),
  mate: of('alpha', 'partner-staff'),
  manager: of('alpha', 'program-manager'),
  facilitator: of('alpha', 'facilitator'),
  champion: of('alpha', 'champion'),
  left: { at: { slug: 'alpha', role: 'partner-staff', until: '2026-08-03' } },
  // Another partner: to them, things of alpha look absent.
  other: of('beta', 'partner-staff'),
  'other-manager': of('beta', 'program-manager'),
  'other-facilitator': of('beta', 'facilitator'),
  'other-champion': of('beta', 'champion'),
  // The network's staff: uninvolved, holding a duty on the money, or the asker of the pending acts.
  program: { roles: ['program-staff'] },
  involved: { roles: ['program-staff'] },
  asker: { roles: ['program-staff'] },
  // Network staff that also works for alpha: conflicted on all that is alpha's.
  both: { roles: ['program-staff'], ...of('alpha', 'partner-staff') },
  // Both assigned to alpha's proposals; the last is assigned to none.
  reviewer: { roles: ['grant-reviewer'] },
  'second-reviewer': { roles: ['grant-reviewer'] },
  'other-reviewer': { roles: ['grant-reviewer'] },
  finance: { roles: ['finance'] },
  auditor: { roles: ['auditor'] },
  admin: { roles: ['admin'] },
  roleless: {},
  gone: { roles: ['program-staff', 'finance', 'auditor'], isGone: true },
} as const satisfies Readonly<Record<string, Part>>;

export type Who = keyof typeof CAST;
export const EVERYBODY = Object.keys(CAST) as Who[];
/** People of alpha alone: nothing that they are told may name beta. */
export const OF_ALPHA: readonly Who[] = ['own', 'mate', 'manager', 'facilitator', 'champion'];
export const OF_BETA: readonly Who[] = ['other', 'other-manager', 'other-facilitator', 'other-champion'];

/** Who holds a role of the network, and may be told by name that a thing is there and not for them to act on. */
export const isOfNetwork = (who: Who): boolean => 'roles' in CAST[who];

/** Brings everybody into the network. */
export async function enter({ ask }: ANetwork): Promise<void> {
  for (const [handle, part] of Object.entries(CAST) as [Who, Part][]) {
    const personId = personNamed(handle);
    await ask('RegisterPerson', new RegisterPerson(), { handle }, `register ${handle}`);
    for (const role of part.roles ?? []) await ask('GrantRole', new GrantRole(), { personId, role });
    if (part.at !== undefined) {
      const { slug, ...spell } = part.at;
      const partnerId = partnerNamed(slug);
      await ask('AffiliatePerson', new AffiliatePerson(), { partnerId, personId, from: '2017-07-01', ...spell });
    }
    if (part.isGone === true) await ask('DeactivatePerson', new DeactivatePerson(), { personId, reason: 'Left.' });
  }
}
