import { RegisterPerson } from '#contexts/access/commands/register-person';
import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { CloseAppealWindow } from '#contexts/incentives/commands/close-appeal-window';
import { DenyUnansweredClaim } from '#contexts/incentives/commands/deny-unanswered-claim';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { AppealClaim } from '#contexts/incentives/commands/appeal-claim';
import { DecideAppeal } from '#contexts/incentives/commands/decide-appeal';
import { RequestInformation } from '#contexts/incentives/commands/request-information';
import { ResolveContest } from '#contexts/incentives/commands/resolve-contest';
import { ResubmitClaim } from '#contexts/incentives/commands/resubmit-claim';
import { ReverseClaim } from '#contexts/incentives/commands/reverse-claim';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { WithdrawClaim } from '#contexts/incentives/commands/withdraw-claim';
import { sha256 } from '#kernel/codec/digest';
import { instant } from '#kernel/time/instant';
import type { Ask } from './ask';
import { made } from './ask';

/** Claims to every end that a claim can have. */
export async function claimInIt(ask: Ask): Promise<void> {
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
