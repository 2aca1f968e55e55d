import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { EndPayeeHold } from '#contexts/partners/commands/end-payee-hold';
import { RegisterCohort } from '#contexts/partners/commands/register-cohort';
import { RegisterSubject } from '#contexts/partners/commands/register-subject';
import { DefineTerritory } from '#contexts/partners/commands/define-territory';
import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { ExitPartner } from '#contexts/partners/commands/exit-partner';
import { PausePartner } from '#contexts/partners/commands/pause-partner';
import { ReactivatePartner } from '#contexts/partners/commands/reactivate-partner';
import { sha256 } from '#kernel/codec/digest';
import { plusHours } from '#kernel/time/instant';
import { OverrideCap } from '#contexts/incentives/commands/override-cap';
import type { Ask } from './ask';
import { made, SMALL_NOW } from './ask';

/** A partner is paused, moves, has things registered and leaves. */
export async function liveAsPartners(ask: Ask): Promise<void> {
  await ask('PausePartner', new PausePartner(), { partnerId: made('ptr', 'beta'), reason: 'No agreement signed.' });
  await ask('ReactivatePartner', new ReactivatePartner(), { partnerId: made('ptr', 'beta'), reason: 'It is signed.' });
  const moved = { effectiveFrom: '2026-09-01', areas: [{ state: 'VA', zips: ['220', '221'] }, { state: 'MD' }] };
  const north = { partnerId: made('ptr', 'beta'), ...moved, territory: 'Northern Virginia and Maryland' };
  await ask('DefineTerritory', new DefineTerritory(), north);
  const cohort = { name: 'beta-fall-2026', partnerId: made('ptr', 'beta'), title: 'Coaches of fall 2026' };
  await ask('RegisterCohort', new RegisterCohort(), cohort);
  const prep = { name: 'navajo-prep', kind: 'school', state: 'NM', title: 'Navajo Prep', because: 'tribal' };
  await ask('RegisterSubject', new RegisterSubject(), prep);
  const bob = { partnerId: made('ptr', 'beta'), personId: made('per', 'bob'), role: 'partner-staff' };
  await ask('EndAffiliation', new EndAffiliation(), { ...bob, until: '2026-08-04' });
  await ask('ExitPartner', new ExitPartner(), {
    partnerId: made('ptr', 'beta'),
    exitedOn: '2026-08-04',
    reason: 'Closed.',
  });
}

/** Another account: what is owed is held for a day. Nobody of the partner changes it, or raises its cap. */
export async function changeAccount(ask: Ask): Promise<void> {
  const bank = { sha256: sha256('another account of alpha'), bytes: 251 };
  await ask('ChangePayee', new ChangePayee(), { partnerId: made('ptr', 'alpha'), bank });
  const aDayLater = { at: plusHours(SMALL_NOW, 24) };
  await ask('EndPayeeHold', new EndPayeeHold(), { partnerId: made('ptr', 'alpha') }, aDayLater);
  const ana = { by: made('per', 'ana'), role: 'program-staff' };
  await ask('ChangePayee', new ChangePayee(), { partnerId: made('ptr', 'alpha'), bank }, ana);
  const more = { partnerId: made('ptr', 'alpha'), year: 2026, cents: 100_000 };
  await ask('OverrideCap', new OverrideCap(), { ...more, reason: 'Two states.', expiresOn: '2026-12-31' }, ana);
}
