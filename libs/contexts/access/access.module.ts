import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { RevokeRole } from '#contexts/access/commands/revoke-role';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({ GrantRole, RegisterPerson, RevokeRole }),
})
export class AccessModule {}
