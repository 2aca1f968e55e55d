import { appealClaim } from '#contexts/incentives/decide/appeal-claim';
import { claimActFacts } from '#contexts/incentives/decide/claim-act';
import { approveClaim } from '#contexts/incentives/decide/approve-claim';
import { claimFacts } from '#contexts/incentives/decide/claim-facts';
import { claimIncentive } from '#contexts/incentives/decide/claim-incentive';
import { denialFacts, denyClaim } from '#contexts/incentives/decide/deny-claim';
import { closeAppealWindow, denyUnansweredClaim } from '#contexts/incentives/decide/deadlines';
import { decideAppeal } from '#contexts/incentives/decide/decide-appeal';
import { evolve } from '#contexts/incentives/decide/evolve';
import { receiveEvidence } from '#contexts/incentives/decide/receive-evidence';
import { overrideCap, overrideFacts } from '#contexts/incentives/decide/override-cap';
import { claimReply, contestReply, evidenceReply, overrideReply } from '#contexts/incentives/decide/replies';
import { questionFacts, requestInformation } from '#contexts/incentives/decide/request-information';
import { contestFacts, resolveContest } from '#contexts/incentives/decide/resolve-contest';
import { resubmissionFacts } from '#contexts/incentives/decide/resubmission';
import { resubmitClaim } from '#contexts/incentives/decide/resubmit-claim';
import { reverseClaim } from '#contexts/incentives/decide/reverse-claim';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { initialIncentives } from '#contexts/incentives/decide/state';
import { verifyClaim } from '#contexts/incentives/decide/verify-claim';
import { withdrawClaim } from '#contexts/incentives/decide/withdraw-claim';
import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import { CapOverridden } from '#contexts/incentives/events/cap-overridden';
import { CapOverrideRefused } from '#contexts/incentives/events/cap-override-refused';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import { InformationRequested } from '#contexts/incentives/events/information-requested';
import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import type { Circumstances, Decider } from '#kernel/decider/decider';
import type { ClaimId } from '#kernel/ids/entity-id';

/** The whole network's incentives lie in one stream: the scope of the cap and of "one outcome, one payment". */
export const INCENTIVES_LEDGER = 'incentives-1';

const onLedger = { version: 1, rules: 'v1', stream: (): string => INCENTIVES_LEDGER };
const onClaim = { ...onLedger, entity: ({ claimId }: { claimId: ClaimId }): string => claimId, reply: claimReply };

/** Claims against annual caps: commands, decisions and state of the ledger `incentives-1`. */
export const incentivesLedger: Decider<IncentivesState> = {
  name: 'incentives',
  owns: (stream) => stream === INCENTIVES_LEDGER,
  ledger: INCENTIVES_LEDGER,
  events: [
    IncentiveClaimed,
    ClaimRefused,
    ClaimActRefused,
    ClaimVerified,
    ClaimApproved,
    ClaimDenied,
    ClaimWithdrawn,
    InformationRequested,
    ClaimResubmitted,
    ClaimAppealed,
    AppealRejected,
    ClaimReversed,
    ContestResolved,
    AppealWindowClosed,
    CapOverridden,
    CapOverrideRefused,
    EvidenceReceived,
  ],
  initial: initialIncentives,
  evolve,
  touched: (state, entity) => state.claims.get(entity as ClaimId)?.touched,
  commands: [
    { ...onLedger, name: 'ClaimIncentive', facts: claimFacts, decide: claimIncentive, reply: claimReply },
    { ...onClaim, name: 'VerifyClaim', facts: claimActFacts, decide: verifyClaim },
    { ...onClaim, name: 'ApproveClaim', facts: claimActFacts, decide: approveClaim },
    { ...onClaim, name: 'DenyClaim', facts: denialFacts, decide: denyClaim },
    { ...onClaim, name: 'WithdrawClaim', facts: claimActFacts, decide: withdrawClaim },
    { ...onClaim, name: 'RequestInformation', facts: questionFacts, decide: requestInformation },
    { ...onClaim, name: 'ResubmitClaim', facts: resubmissionFacts, decide: resubmitClaim },
    { ...onClaim, name: 'AppealClaim', facts: claimActFacts, decide: appealClaim },
    { ...onClaim, name: 'DecideAppeal', facts: claimActFacts, decide: decideAppeal },
    { ...onClaim, name: 'ReverseClaim', facts: claimActFacts, decide: reverseClaim },
    { ...onClaim, name: 'ResolveContest', facts: contestFacts, decide: resolveContest, reply: contestReply },
    { ...onClaim, name: 'DenyUnansweredClaim', facts: denialFacts, decide: denyUnansweredClaim },
    { ...onClaim, name: 'CloseAppealWindow', facts: alone, decide: closeAppealWindow },
    { ...onLedger, name: 'OverrideCap', facts: overrideFacts, decide: overrideCap, reply: overrideReply },
    { ...onLedger, name: 'ReceiveEvidence', facts: alone, decide: receiveEvidence, reply: evidenceReply },
  ],
};

/** For commands that need to know nothing beyond their own stream. */
function alone(_command: unknown, _state: unknown, circumstances: Circumstances): Circumstances {
  return circumstances;
}
