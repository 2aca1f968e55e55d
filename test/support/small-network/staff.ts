import { DeactivatePerson } from '#contexts/access/commands/deactivate-person';
import { ErasePayload } from '#contexts/access/commands/erase-payload';
import { ReactivatePerson } from '#contexts/access/commands/reactivate-person';
import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { RejectApproval } from '#contexts/access/commands/reject-approval';
import { RequestApproval } from '#contexts/access/commands/request-approval';
import { DraftIncentivesPolicy } from '#contexts/incentives/commands/draft-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { sha256 } from '#kernel/codec/digest';
import { cents } from '#kernel/money/cents';
import type { Ask } from './ask';
import { made } from './ask';

/** Somebody is signed out for good and let in again; a file is erased that two claims name. */
export async function comeAndGo(ask: Ask): Promise<void> {
  await ask('DeactivatePerson', new DeactivatePerson(), { personId: made('per', 'bob'), reason: 'Left beta.' });
  await ask('ReactivatePerson', new ReactivatePerson(), { personId: made('per', 'bob'), reason: 'Joins alpha.' });
  await ask('ErasePayload', new ErasePayload(), { sha256: sha256('agreement of beta'), reason: 'It names a child.' });
}

/** An override of a cap that two people want, one that nobody else wants, and somebody who would be both. */
export async function wantTogether(ask: Ask): Promise<void> {
  const [pia, pat] = ['pia', 'pat'].map((name) => ({ by: made('per', name), role: 'program-staff' }));
  const year = { partnerId: made('ptr', 'alpha'), year: 2026, cents: 100_000 };
  const payload = { ...year, reason: 'Two states.', expiresOn: '2026-12-31' };
  const command = { name: 'OverrideCap', version: 1, payload, path: '/v1/cap-overrides' };
  for (const key of ['wanted', 'unwanted'])
    await ask('RequestApproval', new RequestApproval(), { command }, { key, ...pia });
  await ask('ConfirmApproval', new ConfirmApproval(), { approvalId: made('apr', 'wanted') }, pia);
  await ask('ConfirmApproval', new ConfirmApproval(), { approvalId: made('apr', 'wanted'), note: 'Seen.' }, pat);
  await ask('RejectApproval', new RejectApproval(), { approvalId: made('apr', 'unwanted') }, pat);
}

/** Another version of the rules, drafted by one and published by two. */
export async function changeTheRules(ask: Ask): Promise<void> {
  const [pia, pat] = ['pia', 'pat'].map((name) => ({ by: made('per', name), role: 'program-staff' }));
  const content = { ...defaultIncentivesPolicy, annualCapCents: cents(2_400_000) };
  await ask('DraftIncentivesPolicy', new DraftIncentivesPolicy(), { effectiveFrom: '2027-01-01', content }, pia);
  const command = {
    name: 'PublishDraftedPolicy',
    version: 1,
    payload: { version: 2 },
    path: '/v1/policies/incentives/2/publish',
  };
  await ask('RequestApproval', new RequestApproval(), { command }, { key: 'rules', ...pia });
  await ask('ConfirmApproval', new ConfirmApproval(), { approvalId: made('apr', 'rules') }, pat);
}
