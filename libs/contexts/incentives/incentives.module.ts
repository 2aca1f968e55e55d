import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { DraftIncentivesPolicy } from '#contexts/incentives/commands/draft-incentives-policy';
import { PublishDraftedPolicy } from '#contexts/incentives/commands/publish-drafted-policy';
import { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import { OverrideCap } from '#contexts/incentives/commands/override-cap';
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
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({
    ApproveClaim,
    ClaimIncentive,
    DenyClaim,
    DraftIncentivesPolicy,
    OverrideCap,
    PublishDraftedPolicy,
    PublishIncentivesPolicy,
    ReceiveEvidence,
    AppealClaim,
    DecideAppeal,
    RequestInformation,
    ResolveContest,
    ResubmitClaim,
    ReverseClaim,
    VerifyClaim,
    WithdrawClaim,
  }),
})
export class IncentivesModule {}
