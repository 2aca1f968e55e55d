import { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import { ApplyImport } from '#contexts/imports/commands/apply-import';
import { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { RevokeRole } from '#contexts/access/commands/revoke-role';
import { sha256 } from '#kernel/codec/digest';
import type { Network } from '#platform/profiles/network';
import type { Ask } from './small-network/ask';
import { asker, made } from './small-network/ask';
import { claimInIt } from './small-network/claims';
import { foundIt } from './small-network/founding';
import { changeAccount, liveAsPartners } from './small-network/partners';
import { changeTheRules, comeAndGo, wantTogether } from './small-network/staff';

/** A network in which every event type but those of grants (the demo has them) happens once or more: by commands, as the API would send them. */
export async function liveASmallLife(network: Network): Promise<void> {
  const ask = asker(network);
  await foundIt(ask);
  await claimInIt(ask);
  await liveAsPartners(ask);
  await ask('RevokeRole', new RevokeRole(), { personId: made('per', 'pat'), role: 'finance', reason: 'Moved on.' });
  await comeAndGo(ask);
  await wantTogether(ask);
  await changeTheRules(ask);
  await importIntoIt(ask);
  await network.reactions.settle();
  await changeAccount(ask);
  await network.reactions.settle();
}

/** A file of one sign-up comes, its row becomes a command, and that is said. */
async function importIntoIt(ask: Ask): Promise<void> {
  const pia = { by: made('per', 'pia'), role: 'program-staff' };
  const file = { kind: 'signups', mode: 'per-row', sha256: sha256('sign-ups'), bytes: 8, fill: [] };
  await ask('ReceiveImport', new ReceiveImport(), file, { key: 'sign-ups', ...pia });
  await ask('RecordSignUp', new RecordSignUp(), { districtId: 'lea:0100390', signedOn: '2024-08-08', tier: 1 }, pia);
  const plan = { importId: made('imp', 'sign-ups'), planHash: sha256('plan') };
  await ask('ApplyImport', new ApplyImport(), plan, pia);
}
