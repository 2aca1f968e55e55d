import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { RecordW9 } from '#contexts/partners/commands/record-w9';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { sha256 } from '#kernel/codec/digest';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { Requested } from '#kernel/requested/requested';

/** Issues a command as a job of the system does; the same key makes the same thing. */
export type Ask = (name: string, command: Requested, payload: object, key?: string) => Promise<void>;

/** The partners by slug with their name and their member of staff; staff of the network by handle with its role. */
export const PARTNERS = { alpha: ['Alpha <Learning>', 'ana'], beta: ['Beta, "Inc."', 'bob'] } as const;
const STAFF = { pia: 'program-staff', pat: 'program-staff', fin: 'finance', aud: 'auditor', adam: 'admin' } as const;

export const partnerNamed = (slug: string): PartnerId => entityId('ptr', uuidOf(`onboard ${slug}`));
export const personNamed = (handle: string): PersonId => entityId('per', uuidOf(`register ${handle}`));
/** The label of the file (network.ts `evidenceOf`) that every claim may name. */
export const PROOF = 'proof';

/** Rules, people, partners and a file for evidence, in an empty log. */
export async function foundNetwork(ask: Ask): Promise<void> {
  const rules = { effectiveFrom: '2017-01-01', content: defaultIncentivesPolicy };
  await ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), rules, 'policy');
  for (const [handle, role] of Object.entries(STAFF)) {
    await register(ask, handle);
    await ask('GrantRole', new GrantRole(), { personId: personNamed(handle), role });
  }
  for (const [slug, [name, handle]] of Object.entries(PARTNERS)) await onboardPartner(ask, slug, name, handle);
  const file = { sha256: sha256(PROOF), bytes: 9, mediaType: 'application/pdf' };
  await ask('ReceiveEvidence', new ReceiveEvidence(), file);
}

/** A partner of Alabama with a new member of staff. */
export async function onboardPartner(ask: Ask, slug: string, name: string, handle: string): Promise<void> {
  await register(ask, handle);
  const place = { states: ['AL'], territory: 'All of it', timeZone: 'America/New_York', since: '2017-07-01' };
  await ask('OnboardPartner', new OnboardPartner(), { slug, name, ...place }, `onboard ${slug}`);
  await affiliate(ask, slug, handle);
  await ask('RecordW9', new RecordW9(), { partnerId: partnerNamed(slug), ...W9 });
  await ask('ChangePayee', new ChangePayee(), { partnerId: partnerNamed(slug), bank: detailsOf(`bank of ${slug}`) });
}

const detailsOf = (label: string) => ({ sha256: sha256(label), bytes: label.length });
const W9 = { taxClass: 'exempt', signedOn: '2017-07-01', details: detailsOf('w9') };

/** A registered person becomes staff of a partner. */
export async function affiliate(ask: Ask, slug: string, handle: string): Promise<void> {
  const staff = { partnerId: partnerNamed(slug), personId: personNamed(handle) };
  await ask('AffiliatePerson', new AffiliatePerson(), { ...staff, role: 'partner-staff', from: '2017-07-01' });
}

async function register(ask: Ask, handle: string): Promise<void> {
  await ask('RegisterPerson', new RegisterPerson(), { handle }, `register ${handle}`);
}
