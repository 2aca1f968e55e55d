import { AcceptAward } from '#contexts/grants/commands/accept-award';
import { AcceptReport } from '#contexts/grants/commands/accept-report';
import { AllocateRound } from '#contexts/grants/commands/allocate-round';
import { AmendAward } from '#contexts/grants/commands/amend-award';
import { AssignReviewers } from '#contexts/grants/commands/assign-reviewers';
import { ChangeRoundCap } from '#contexts/grants/commands/change-round-cap';
import { CloseAward } from '#contexts/grants/commands/close-award';
import { CloseRound } from '#contexts/grants/commands/close-round';
import { CosignProposal } from '#contexts/grants/commands/cosign-proposal';
import { DeclareConflict } from '#contexts/grants/commands/declare-conflict';
import { DeclineAward } from '#contexts/grants/commands/decline-award';
import { DeferProposal } from '#contexts/grants/commands/defer-proposal';
import { DrawSlate } from '#contexts/grants/commands/draw-slate';
import { ExtendRound } from '#contexts/grants/commands/extend-round';
import { FundPool } from '#contexts/grants/commands/fund-pool';
import { LapseAward } from '#contexts/grants/commands/lapse-award';
import { LapseOffers } from '#contexts/grants/commands/lapse-offers';
import { LapsePool } from '#contexts/grants/commands/lapse-pool';
import { OpenRound } from '#contexts/grants/commands/open-round';
import { PromoteWaitlist } from '#contexts/grants/commands/promote-waitlist';
import { DraftGrantsPolicy } from '#contexts/grants/commands/draft-grants-policy';
import { PublishDraftedGrantsPolicy } from '#contexts/grants/commands/publish-drafted-grants-policy';
import { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { ReportAward } from '#contexts/grants/commands/report-award';
import { ReturnFunds } from '#contexts/grants/commands/return-funds';
import { ReverseAward } from '#contexts/grants/commands/reverse-award';
import { ReviewProposal } from '#contexts/grants/commands/review-proposal';
import { ReviseProposal } from '#contexts/grants/commands/revise-proposal';
import { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import { WithdrawProposal } from '#contexts/grants/commands/withdraw-proposal';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({
    AcceptAward,
    AcceptReport,
    AllocateRound,
    AmendAward,
    AssignReviewers,
    ChangeRoundCap,
    CloseAward,
    CloseRound,
    CosignProposal,
    DeclareConflict,
    DeclineAward,
    DeferProposal,
    DrawSlate,
    ExtendRound,
    FundPool,
    LapseAward,
    LapseOffers,
    LapsePool,
    OpenRound,
    PromoteWaitlist,
    DraftGrantsPolicy,
    PublishDraftedGrantsPolicy,
    PublishGrantsPolicy,
    ReportAward,
    ReturnFunds,
    ReverseAward,
    ReviewProposal,
    ReviseProposal,
    SubmitGrantProposal,
    WithdrawProposal,
  }),
})
export class GrantsModule {}
