import { ApprovePayoutBatch } from '#contexts/payouts/commands/approve-payout-batch';
import { CancelPayoutBatch } from '#contexts/payouts/commands/cancel-payout-batch';
import { CreateGrantPayable } from '#contexts/payouts/commands/create-grant-payable';
import { CreatePayable } from '#contexts/payouts/commands/create-payable';
import { ExportPayoutBatch } from '#contexts/payouts/commands/export-payout-batch';
import { PreparePayoutBatch } from '#contexts/payouts/commands/prepare-payout-batch';
import { RecordBankResults } from '#contexts/payouts/commands/record-bank-results';
import { RepayPayable } from '#contexts/payouts/commands/repay-payable';
import { RepayReceivable } from '#contexts/payouts/commands/repay-receivable';
import { ResolvePayment } from '#contexts/payouts/commands/resolve-payment';
import { ReviewHolds } from '#contexts/payouts/commands/review-holds';
import { commandHandlers } from '#platform/runtime/handle/command-handlers.module';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Puts the context's commands on Nest's command bus. */
@Module({
  imports: [CqrsModule],
  providers: commandHandlers({
    CreateGrantPayable,
    CreatePayable,
    ReviewHolds,
    PreparePayoutBatch,
    ApprovePayoutBatch,
    ExportPayoutBatch,
    CancelPayoutBatch,
    RecordBankResults,
    ResolvePayment,
    RepayPayable,
    RepayReceivable,
  }),
})
export class PayoutsModule {}
