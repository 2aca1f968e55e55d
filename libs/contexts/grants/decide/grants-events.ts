import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardAmended } from '#contexts/grants/events/award-amended';
import { AwardClosed } from '#contexts/grants/events/award-closed';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReported } from '#contexts/grants/events/award-reported';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import { PartnerOffersLapsed } from '#contexts/grants/events/partner-offers-lapsed';
import { PoolFunded } from '#contexts/grants/events/pool-funded';
import { PoolLapsed } from '#contexts/grants/events/pool-lapsed';
import { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import { ProposalRefused } from '#contexts/grants/events/proposal-refused';
import { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { RoundCapChanged } from '#contexts/grants/events/round-cap-changed';
import { RoundClosed } from '#contexts/grants/events/round-closed';
import { RoundExtended } from '#contexts/grants/events/round-extended';
import { RoundOpened } from '#contexts/grants/events/round-opened';
import { SlateDrawn } from '#contexts/grants/events/slate-drawn';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { AnyEventType } from '#kernel/decider/event';

/** Every event of the ledger `grants-1`. */
export const GRANTS_EVENTS: readonly AnyEventType[] = [
  PoolFunded,
  PoolLapsed,
  RoundOpened,
  RoundCapChanged,
  RoundExtended,
  RoundClosed,
  SlateDrawn,
  RoundAllocated,
  WaitlistPromoted,
  GrantProposalSubmitted,
  ProposalCosigned,
  ProposalRevised,
  ProposalWithdrawn,
  ProposalDeferred,
  ReviewersAssigned,
  ConflictDeclared,
  ProposalReviewed,
  ProposalRefused,
  AwardAccepted,
  AwardDeclined,
  AwardLapsed,
  AwardAmended,
  AwardReported,
  AwardReportAccepted,
  FundsReturned,
  AwardClosed,
  AwardReversed,
  PartnerOffersLapsed,
  GrantActRefused,
];
