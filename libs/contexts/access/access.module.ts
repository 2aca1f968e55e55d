import { ConfirmApproval } from '#contexts/access/commands/confirm-approval';
import { DeactivatePerson } from '#contexts/access/commands/deactivate-person';
import { ErasePayload } from '#contexts/access/commands/erase-payload';
import { GrantRole } from '#contexts/access/commands/grant-role';
import { ReactivatePerson } from '#contexts/access/commands/reactivate-person';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { RejectApproval } from '#contexts/access/commands/reject-approval';
import { RequestApproval } from '#contexts/access/commands/request-approval';
import { RevokeRole } from '#contexts/access/commands/revoke-role';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({
    ConfirmApproval,
    DeactivatePerson,
    ErasePayload,
    GrantRole,
    ReactivatePerson,
    RegisterPerson,
    RejectApproval,
    RequestApproval,
    RevokeRole,
  }),
})
export class AccessModule {}
