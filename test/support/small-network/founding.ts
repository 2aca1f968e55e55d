import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { RecordW9 } from '#contexts/partners/commands/record-w9';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { sha256 } from '#kernel/codec/digest';
import type { Ask } from './ask';
import { made } from './ask';

/** Rules, staff, two partners with an account, and a file. */
export async function foundIt(ask: Ask): Promise<void> {
  const policy = { effectiveFrom: '2017-01-01', content: defaultIncentivesPolicy };
  await ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), policy, { key: 'policy' });
  for (const handle of ['pia', 'pat', 'ana', 'bob'])
    await ask('RegisterPerson', new RegisterPerson(), { handle }, { key: handle });
  for (const handle of ['pia', 'pat']) {
    await ask('GrantRole', new GrantRole(), { personId: made('per', handle), role: 'program-staff' });
  }
  await ask('GrantRole', new GrantRole(), { personId: made('per', 'pat'), role: 'finance' });
  for (const [slug, handle] of [
    ['alpha', 'ana'],
    ['beta', 'bob'],
  ] as const) {
    const partner = {
      slug,
      name: slug,
      states: ['AL'],
      territory: 'All of it',
      timeZone: 'America/New_York',
      since: '2017-07-01',
    };
    await ask('OnboardPartner', new OnboardPartner(), partner, { key: slug });
    const staff = {
      partnerId: made('ptr', slug),
      personId: made('per', handle),
      role: 'partner-staff',
      from: '2017-07-01',
    };
    await ask('AffiliatePerson', new AffiliatePerson(), staff);
    const details = { sha256: sha256(`details of ${slug}`), bytes: 250 };
    const w9 = { partnerId: made('ptr', slug), taxClass: 'exempt', signedOn: '2017-07-01', details };
    await ask('RecordW9', new RecordW9(), w9);
    await ask('ChangePayee', new ChangePayee(), { partnerId: made('ptr', slug), bank: details });
  }
  const file = { sha256: sha256('agreement'), bytes: 9, mediaType: 'application/pdf', partnerId: made('ptr', 'alpha') };
  await ask('ReceiveEvidence', new ReceiveEvidence(), file, { by: made('per', 'ana'), role: 'partner-staff' });
}
