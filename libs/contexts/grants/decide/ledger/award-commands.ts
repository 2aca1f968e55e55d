import { acceptAward } from '#contexts/grants/decide/awards/accept-award';
import { acceptReport } from '#contexts/grants/decide/awards/accept-report';
import { amendAward } from '#contexts/grants/decide/awards/amend-award';
import { dueFacts } from '#contexts/grants/decide/awards/award-act';
import { closeAward } from '#contexts/grants/decide/awards/close-award';
import { declineAward } from '#contexts/grants/decide/awards/decline-award';
import { lapseAward } from '#contexts/grants/decide/awards/lapse-award';
import { exitFacts, lapseOffers } from '#contexts/grants/decide/awards/lapse-offers';
import { recordRepayment } from '#contexts/grants/decide/awards/record-repayment';
import { reportAward } from '#contexts/grants/decide/awards/report-award';
import { returnFunds } from '#contexts/grants/decide/awards/return-funds';
import { reverseAward } from '#contexts/grants/decide/awards/reverse-award';
import { awardFacts } from '#contexts/grants/decide/facts';
import { onAward, onLedger } from '#contexts/grants/decide/ledger/on-ledger';
import { awardReply, lapsedReply } from '#contexts/grants/decide/replies';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AnyCommandSpec } from '#kernel/decider/decider';

const onIt = { ...onAward, facts: awardFacts, reply: awardReply };

/** Awards from their offer to their close. */
export const AWARD_COMMANDS: readonly AnyCommandSpec<GrantsState>[] = [
  { ...onIt, name: 'AcceptAward', facts: dueFacts, decide: acceptAward },
  { ...onIt, name: 'DeclineAward', decide: declineAward },
  { ...onIt, name: 'LapseAward', decide: lapseAward },
  { ...onLedger, name: 'LapseOffers', facts: exitFacts, decide: lapseOffers, reply: lapsedReply },
  { ...onIt, name: 'AmendAward', facts: dueFacts, decide: amendAward },
  { ...onIt, name: 'ReportAward', decide: reportAward },
  { ...onIt, name: 'AcceptReport', facts: dueFacts, decide: acceptReport },
  { ...onIt, name: 'ReturnFunds', decide: returnFunds },
  { ...onIt, name: 'RecordRepayment', decide: recordRepayment },
  { ...onIt, name: 'CloseAward', decide: closeAward },
  { ...onIt, name: 'ReverseAward', decide: reverseAward },
];
