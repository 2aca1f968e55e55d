import { CreateGrantPayable } from '#contexts/payouts/commands/create-grant-payable';
import { CreatePayable } from '#contexts/payouts/commands/create-payable';
import { ReviewHolds } from '#contexts/payouts/commands/review-holds';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({ CreateGrantPayable, CreatePayable, ReviewHolds }),
})
export class PayoutsModule {}
