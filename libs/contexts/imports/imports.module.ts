import { ApplyImport } from '#contexts/imports/commands/apply-import';
import { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({ ApplyImport, ReceiveImport }),
})
export class ImportsModule {}
