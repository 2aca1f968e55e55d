import { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import { ApplyImport } from '#contexts/imports/commands/apply-import';
import { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { EndPayeeHold } from '#contexts/partners/commands/end-payee-hold';
import { RegisterCohort } from '#contexts/partners/commands/register-cohort';
import { RegisterSubject } from '#contexts/partners/commands/register-subject';
import { RecordW9 } from '#contexts/partners/commands/record-w9';
import { DefineTerritory } from '#contexts/partners/commands/define-territory';
import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { ExitPartner } from '#contexts/partners/commands/exit-partner';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { PausePartner } from '#contexts/partners/commands/pause-partner';
import { ReactivatePartner } from '#contexts/partners/commands/reactivate-partner';
import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { DeactivatePerson } from '#contexts/access/commands/deactivate-person';
import { ErasePayload } from '#contexts/access/commands/erase-payload';
import { ReactivatePerson } from '#contexts/access/commands/reactivate-person';
import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { RejectApproval } from '#contexts/access/commands/reject-approval';
import { RequestApproval } from '#contexts/access/commands/request-approval';
import { RevokeRole } from '#contexts/access/commands/revoke-role';
import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { CloseAppealWindow } from '#contexts/incentives/commands/close-appeal-window';
import { DenyUnansweredClaim } from '#contexts/incentives/commands/deny-unanswered-claim';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import { DraftIncentivesPolicy } from '#contexts/incentives/commands/draft-incentives-policy';
import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { AppealClaim } from '#contexts/incentives/commands/appeal-claim';
import { DecideAppeal } from '#contexts/incentives/commands/decide-appeal';
import { RequestInformation } from '#contexts/incentives/commands/request-information';
import { ResolveContest } from '#contexts/incentives/commands/resolve-contest';
import { ResubmitClaim } from '#contexts/incentives/commands/resubmit-claim';
import { ReverseClaim } from '#contexts/incentives/commands/reverse-claim';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { WithdrawClaim } from '#contexts/incentives/commands/withdraw-claim';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { digestOf, sha256 } from '#kernel/codec/digest';
import type { RecordedEvent } from '#kernel/decider/event';
import type { EntityId, PersonId, Prefix } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import { instant, plusHours } from '#kernel/time/instant';
import type { Network } from '#platform/profiles/network';

/** When everything in the small network happens. */
export const SMALL_NOW = instant('2026-08-04T12:00:00.000Z');

/** The id of the thing that the command with this key made. */
export const made = <P extends Prefix>(prefix: P, key: string): EntityId<P> => entityId(prefix, uuidOf(key));

/** A network in which every event type but those of grants (the demo has them) happens once or more: by commands, as the API would send them. */
export async function liveASmallLife(network: Network): Promise<void> {
  const ask = asker(network);
  await foundIt(ask);
  await claimInIt(ask);
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
  await ask('RevokeRole', new RevokeRole(), { personId: made('per', 'pat'), role: 'finance', reason: 'Moved on.' });
  await comeAndGo(ask);
  await wantTogether(ask);
  await changeTheRules(ask);
  await importIntoIt(ask);
  await network.reactions.settle();
  await changeAccount(ask);
  await network.reactions.settle();
}

/** Another account: what is owed is held for a day. */
async function changeAccount(ask: Ask): Promise<void> {
  const bank = { sha256: sha256('another account of alpha'), bytes: 251 };
  await ask('ChangePayee', new ChangePayee(), { partnerId: made('ptr', 'alpha'), bank });
  const aDayLater = { at: plusHours(SMALL_NOW, 24) };
  await ask('EndPayeeHold', new EndPayeeHold(), { partnerId: made('ptr', 'alpha') }, aDayLater);
}

/** Somebody is signed out for good and let in again; a file is erased that two claims name. */
async function comeAndGo(ask: Ask): Promise<void> {
  await ask('DeactivatePerson', new DeactivatePerson(), { personId: made('per', 'bob'), reason: 'Left beta.' });
  await ask('ReactivatePerson', new ReactivatePerson(), { personId: made('per', 'bob'), reason: 'Joins alpha.' });
  await ask('ErasePayload', new ErasePayload(), { sha256: sha256('agreement of beta'), reason: 'It names a child.' });
}

/** An override of a cap that two people want, one that nobody else wants, and somebody who would be both. */
async function wantTogether(ask: Ask): Promise<void> {
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
async function changeTheRules(ask: Ask): Promise<void> {
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

/** A file of one sign-up comes, its row becomes a command, and that is said. */
async function importIntoIt(ask: Ask): Promise<void> {
  const pia = { by: made('per', 'pia'), role: 'program-staff' };
  const file = { kind: 'signups', mode: 'per-row', sha256: sha256('sign-ups'), bytes: 8, fill: [] };
  await ask('ReceiveImport', new ReceiveImport(), file, { key: 'sign-ups', ...pia });
  await ask('RecordSignUp', new RecordSignUp(), { districtId: 'lea:0100390', signedOn: '2024-08-08', tier: 1 }, pia);
  const plan = { importId: made('imp', 'sign-ups'), planHash: sha256('plan') };
  await ask('ApplyImport', new ApplyImport(), plan, pia);
}

type Ask = (
  name: string,
  command: Requested,
  payload: object,
  by?: Partial<Asking>,
) => Promise<readonly RecordedEvent[]>;
interface Asking {
  readonly key: string;
  readonly by: PersonId;
  readonly role: string;
  /** Later than everything else, for what only passing time brings. */
  readonly at: Instant;
}

function asker(network: Network): Ask {
  let count = 0;
  return async (
    name,
    command,
    payload,
    { key = `${name} ${(count += 1)}`, by, role = 'service', at = SMALL_NOW } = {},
  ) => {
    const actor = by ?? 'service:founding';
    const asked = Requested.in(Object.assign(command, payload), {
      at,
      commandId: uuidOf(key),
      actor,
      principal: actor,
      role,
      authentication: { issuer: 'urn:rpn:example', method: 'simulation' },
      correlationId: key,
      bodyHash: digestOf(payload),
      dryRun: false,
    });
    const outcome = await network.commands.handle(name, asked);
    if (outcome.kind === 'recorded') return outcome.events;
    throw new Error(`${name}: ${outcome.kind === 'failed' ? String(outcome.error) : JSON.stringify(outcome)}`);
  };
}

async function foundIt(ask: Ask): Promise<void> {
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

async function claimInIt(ask: Ask): Promise<void> {
  const ana = { by: made('per', 'ana'), role: 'partner-staff' };
  const pia = { by: made('per', 'pia'), role: 'program-staff' };
  const pat = { by: made('per', 'pat'), role: 'program-staff' };
  const claim = (
    subjectId: string,
    key: string,
    evidence = [{ kind: 'district-agreement', sha256: sha256('agreement') }],
  ) =>
    ask(
      'ClaimIncentive',
      new ClaimIncentive(),
      {
        partnerId: made('ptr', 'alpha'),
        outcomeType: 'district-onboarded',
        subjectId,
        outcomeDate: '2026-08-01',
        evidence,
        note: `District ${subjectId}.`,
      },
      { key, ...ana },
    );
  const on = (key: string) => ({ claimId: made('clm', key) });
  const answered = { flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'One agreement for both.' }] };
  for (const [n, key] of ['approved', 'denied', 'withdrawn'].entries()) await claim(`lea:010000${n + 1}`, key);
  await claim('lea:0100001', 'refused');
  await ask('VerifyClaim', new VerifyClaim(), { ...on('approved'), reason: 'Seen.' }, pia);
  await ask('ApproveClaim', new ApproveClaim(), on('approved'), { ...pia, key: 'a clash of duties' });
  await ask('ApproveClaim', new ApproveClaim(), on('approved'), { ...pat, key: 'the approval' });
  await ask('VerifyClaim', new VerifyClaim(), { ...on('denied'), ...answered }, pia);
  await ask('DenyClaim', new DenyClaim(), { ...on('denied'), reason: 'Not in force.' }, pat);
  await ask('WithdrawClaim', new WithdrawClaim(), on('withdrawn'), ana);
  await lookAgain(ask, claim);
}

/** Questions, an appeal, a reversal and a contest. */
async function lookAgain(ask: Ask, claim: (subjectId: string, key: string) => Promise<unknown>): Promise<void> {
  const [ana, bob] = ['ana', 'bob'].map((name) => ({ by: made('per', name), role: 'partner-staff' }));
  const [pia, pat] = ['pia', 'pat'].map((name) => ({ by: made('per', name), role: 'program-staff' }));
  const on = (key: string) => ({ claimId: made('clm', key) });
  const evidence = [{ kind: 'district-agreement', sha256: sha256('agreement of beta') }];
  const file = { sha256: sha256('agreement of beta'), bytes: 9, mediaType: 'application/pdf' };
  await claim('lea:0100004', 'asked');
  await ask('RequestInformation', new RequestInformation(), { ...on('asked'), question: 'Which board?' }, pia);
  await ask('ResubmitClaim', new ResubmitClaim(), { ...on('asked'), answer: 'The county’s.' }, ana);
  await ask('AppealClaim', new AppealClaim(), { ...on('denied'), grounds: 'It is in force.' }, ana);
  await ask('RegisterPerson', new RegisterPerson(), { handle: 'pol' }, { key: 'pol' });
  const pol = { by: made('per', 'pol'), role: 'program-staff' };
  await ask('DecideAppeal', new DecideAppeal(), { ...on('denied'), upheld: false, reason: 'It is not.' }, pol);
  const back = { ...on('approved'), cents: 200_000, reason: 'error', note: 'Half was another’s.' };
  await ask('ReverseClaim', new ReverseClaim(), back, pat);
  await ask('ReceiveEvidence', new ReceiveEvidence(), file, pia);
  const rival = { partnerId: made('ptr', 'beta'), outcomeType: 'district-onboarded', subjectId: 'lea:0100004' };
  const dated = { ...rival, outcomeDate: '2026-08-01', evidence };
  await ask('ClaimIncentive', new ClaimIncentive(), dated, { key: 'rival', ...bob });
  const word = { ...on('rival'), standing: 'second', reason: 'Beta signed it.' };
  await ask('ResolveContest', new ResolveContest(), word, pat);
  await claim('lea:0100005', 'final');
  await ask('DenyClaim', new DenyClaim(), { ...on('final'), reason: 'Not in force.' }, pat);
  const overdue = { at: instant('2026-09-04T07:00:00.000Z') };
  await claim('lea:0100006', 'unanswered');
  await ask('RequestInformation', new RequestInformation(), { ...on('unanswered'), question: 'Which board?' }, pia);
  await ask('DenyUnansweredClaim', new DenyUnansweredClaim(), on('unanswered'), overdue);
  // None is left open: a server that is started on this log has nothing to do of itself.
  const final = { at: instant('2026-10-05T07:00:00.000Z') };
  for (const key of ['asked', 'final', 'unanswered'])
    await ask('CloseAppealWindow', new CloseAppealWindow(), on(key), final);
}
