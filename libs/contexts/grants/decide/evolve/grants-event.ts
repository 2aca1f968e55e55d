import type { AwardAccepted } from '#contexts/grants/events/award-accepted';
import type { AwardAmended } from '#contexts/grants/events/award-amended';
import type { AwardClosed } from '#contexts/grants/events/award-closed';
import type { AwardDeclined } from '#contexts/grants/events/award-declined';
import type { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import type { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import type { AwardReported } from '#contexts/grants/events/award-reported';
import type { AwardReversed } from '#contexts/grants/events/award-reversed';
import type { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import type { FundsReturned } from '#contexts/grants/events/funds-returned';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import type { PartnerOffersLapsed } from '#contexts/grants/events/partner-offers-lapsed';
import type { PoolFunded } from '#contexts/grants/events/pool-funded';
import type { PoolLapsed } from '#contexts/grants/events/pool-lapsed';
import type { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import type { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import type { ProposalRefused } from '#contexts/grants/events/proposal-refused';
import type { ProposalReviewed } from '#contexts/grants/events/proposal-reviewed';
import type { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import type { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import type { ReviewersAssigned } from '#contexts/grants/events/reviewers-assigned';
import type { RoundAllocated } from '#contexts/grants/events/round-allocated';
import type { RoundCapChanged } from '#contexts/grants/events/round-cap-changed';
import type { RoundClosed } from '#contexts/grants/events/round-closed';
import type { RoundExtended } from '#contexts/grants/events/round-extended';
import type { RoundOpened } from '#contexts/grants/events/round-opened';
import type { SlateDrawn } from '#contexts/grants/events/slate-drawn';
import type { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';

export type PoolEvent = PoolFunded | PoolLapsed;
export type RoundEvent = RoundOpened | RoundCapChanged | RoundExtended | RoundClosed;
export type ProposalEvent =
  | GrantProposalSubmitted
  | ProposalCosigned
  | ProposalRevised
  | ProposalWithdrawn
  | ProposalDeferred
  | ReviewersAssigned
  | ConflictDeclared
  | ProposalReviewed;
export type AwardEvent =
  | AwardAccepted
  | AwardDeclined
  | AwardLapsed
  | AwardAmended
  | AwardReported
  | AwardReportAccepted
  | FundsReturned
  | AwardClosed
  | AwardReversed;
export type GrantsEvent =
  | PoolEvent
  | RoundEvent
  | ProposalEvent
  | AwardEvent
  | RoundAllocated
  | WaitlistPromoted
  | SlateDrawn
  | PartnerOffersLapsed
  | ProposalRefused
  | GrantActRefused;
