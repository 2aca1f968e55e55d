import { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({ RecordSignUp }),
})
export class EngagementModule {}
