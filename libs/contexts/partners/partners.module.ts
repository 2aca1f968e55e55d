import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { ChangePayee } from '#contexts/partners/commands/change-payee';
import { RegisterCohort } from '#contexts/partners/commands/register-cohort';
import { RegisterSubject } from '#contexts/partners/commands/register-subject';
import { RecordW9 } from '#contexts/partners/commands/record-w9';
import { DefineTerritory } from '#contexts/partners/commands/define-territory';
import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { ExitPartner } from '#contexts/partners/commands/exit-partner';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { PausePartner } from '#contexts/partners/commands/pause-partner';
import { ReactivatePartner } from '#contexts/partners/commands/reactivate-partner';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({
    AffiliatePerson,
    ChangePayee,
    DefineTerritory,
    EndAffiliation,
    ExitPartner,
    OnboardPartner,
    PausePartner,
    ReactivatePartner,
    RecordW9,
    RegisterCohort,
    RegisterSubject,
  }),
})
export class PartnersModule {}
