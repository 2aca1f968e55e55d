import { AccessModule } from '#contexts/access/access.module';
import { GrantsModule } from '#contexts/grants/grants.module';
import { EngagementModule } from '#contexts/engagement/engagement.module';
import { ImportsModule } from '#contexts/imports/imports.module';
import { IncentivesModule } from '#contexts/incentives/incentives.module';
import { PartnersModule } from '#contexts/partners/partners.module';
import { PayoutsModule } from '#contexts/payouts/payouts.module';
import type { SecurityLog } from '#platform/security-log/port/security-log';
import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApprovalsController } from './commands/approvals.controller';
import { AwardSettlementsController } from './commands/award-settlements.controller';
import { AwardsController } from './commands/awards.controller';
import { CapOverridesController } from './commands/cap-overrides.controller';
import { CommandStatusController } from './commands/command-status.controller';
import { ClaimFollowUpsController } from './commands/claim-follow-ups.controller';
import { ClaimsController } from './commands/claims.controller';
import { DistrictsController } from './commands/districts.controller';
import { EvidenceController } from './commands/evidence.controller';
import { PartnersController } from './commands/partners.controller';
import { PayablesController, ReceivablesController } from './commands/payables.controller';
import { PayeesController } from './commands/payees.controller';
import { PaymentFilesController } from './commands/payment-files.controller';
import { PayoutBatchesController } from './commands/payout-batches.controller';
import { SealedDetailsController } from './sealed-details.controller';
import { PayloadsController } from './commands/payloads.controller';
import { PeopleController } from './commands/people.controller';
import { PoliciesController } from './commands/policies.controller';
import { GrantsPoliciesController } from './commands/grants-policies.controller';
import { PoolsController } from './commands/pools.controller';
import { ProposalsController } from './commands/proposals.controller';
import { ReviewsController } from './commands/reviews.controller';
import { RoundsController } from './commands/rounds.controller';
import { SubjectsController } from './commands/subjects.controller';
import type { Drain } from './drain';
import { CommandAddresses } from './http/command-addresses';
import { CommandEndpoint } from './http/command-endpoint';
import { WantedAct } from './commands/wanted-act';
import { ProblemPageController } from './http/problem-page.controller';
import { Applying } from './imports/applying';
import { ImportsController } from './imports/imports.controller';
import { Planning } from './imports/planning';
import { MeController } from './me.controller';
import type { Network } from './network';
import { NetworkModule } from './network.module';
import { HealthController } from './ops/health.controller';
import type { Metrics } from './ops/metrics';

/** What the HTTP application is made of besides the network that it stands on. */
export interface ApiParts {
  readonly drain: Drain;
  readonly metrics: Metrics;
  readonly security: SecurityLog;
  readonly addresses: CommandAddresses;
  /** Further modules: the reads. */
  readonly modules?: readonly (Type | DynamicModule)[];
}

/** The HTTP application over a network that is already running. */
@Module({})
export class ApiModule {
  static over(network: Network, { drain, metrics, security, addresses, modules = [] }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        NetworkModule.over(network, drain, metrics, security),
        CqrsModule,
        AccessModule,
        GrantsModule,
        IncentivesModule,
        PartnersModule,
        PayoutsModule,
        EngagementModule,
        ImportsModule,
        ...modules,
      ],
      controllers: [
        ClaimsController,
        ClaimFollowUpsController,
        CapOverridesController,
        ApprovalsController,
        PeopleController,
        PayloadsController,
        PartnersController,
        PayeesController,
        SealedDetailsController,
        PoliciesController,
        GrantsPoliciesController,
        SubjectsController,
        EvidenceController,
        PoolsController,
        RoundsController,
        ProposalsController,
        ReviewsController,
        AwardsController,
        AwardSettlementsController,
        PayoutBatchesController,
        PaymentFilesController,
        PayablesController,
        ReceivablesController,
        CommandStatusController,
        DistrictsController,
        ImportsController,
        MeController,
        ProblemPageController,
        HealthController,
      ],
      providers: [
        ...[Applying, CommandEndpoint, Planning, WantedAct],
        { provide: CommandAddresses, useValue: addresses },
      ],
    };
  }
}
