import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { sha256 } from '#kernel/codec/digest';
import type { EntityId, PartnerId, PersonId, Prefix } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import type { Issuer } from './issue';
import { byService } from './issue';

/** A partner, somebody who claims for it, and a file that it sent. */
export interface Claimant {
  readonly partnerId: PartnerId;
  readonly personId: PersonId;
  readonly file: string;
}

const made = <P extends Prefix>(prefix: P, key: string): EntityId<P> => entityId(prefix, uuidOf(key));

/** As many as the network of partners has today. */
const PARTNERS = 53;
export const claimants: readonly Claimant[] = Array.from({ length: PARTNERS }, (_, n) => ({
  partnerId: made('ptr', `partner-${n}`),
  personId: made('per', `staff-${n}`),
  file: sha256(`file ${n}`),
}));
export const [verifier, approver] = [made('per', 'verifier'), made('per', 'approver')] as const;

/** Caps that no bench reaches: an accepted claim is what is measured, a refusal costs less. */
const policy = { ...defaultIncentivesPolicy, annualCapCents: cents(1_000_000_000_000_00) };

/** Founds the network: rules, staff, partners and their people. Again, it changes nothing. */
export async function found(issue: Issuer): Promise<void> {
  await issue(new PublishIncentivesPolicy(), { effectiveFrom: '2017-01-01', content: policy }, byService('policy'));
  for (const [handle, personId] of [
    ['verifier', verifier],
    ['approver', approver],
  ] as const) {
    await issue(new RegisterPerson(), { handle }, byService(handle));
    await issue(new GrantRole(), { personId, role: 'program-staff' }, byService(`role of ${handle}`));
  }
  for (const [n, claimant] of claimants.entries()) await foundPartner(issue, n, claimant);
}

async function foundPartner(issue: Issuer, n: number, { partnerId, personId, file }: Claimant): Promise<void> {
  const partner = { slug: `partner-${n}`, name: `Partner ${n}`, states: ['AL'], territory: 'All of it' };
  const where = { timeZone: 'America/New_York', since: '2017-07-01' };
  await issue(new OnboardPartner(), { ...partner, ...where }, byService(`partner-${n}`));
  await issue(new RegisterPerson(), { handle: `staff-${n}` }, byService(`staff-${n}`));
  const affiliation = { partnerId, personId, role: 'partner-staff', from: '2017-07-01' };
  await issue(new AffiliatePerson(), affiliation, byService(`affiliation-${n}`));
  const received = { sha256: file, bytes: 9, mediaType: 'application/pdf', partnerId };
  await issue(new ReceiveEvidence(), received, byService(`file ${n}`));
}
