import { ApprovePayoutBatch } from '#contexts/payouts/commands/approve-payout-batch';
import { CancelPayoutBatch } from '#contexts/payouts/commands/cancel-payout-batch';
import { PreparePayoutBatch } from '#contexts/payouts/commands/prepare-payout-batch';
import { RecordBankResults } from '#contexts/payouts/commands/record-bank-results';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { Issues } from './issues';
import { batchExample, resultsBody } from './payout-examples';

const under = 'v1/payout-batches';

/** Batches of payments: prepared by one of finance, approved by another, answered by the bank. */
@ApiTags('payouts')
@Controller(under)
export class PayoutBatchesController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'PreparePayoutBatch',
    command: PreparePayoutBatch,
    under,
    operationId: 'payoutBatches.prepare',
    summary: 'Put payables together: those named, or all that can be paid; the rest comes back with reasons',
    answers: 201,
    codes: ['PAYABLE_UNKNOWN', 'NOTHING_TO_PAY', 'SOD', 'ID_FORMAT', 'LIST', 'CHOICE'],
    example: batchExample('prepared'),
  })
  prepare(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ApprovePayoutBatch',
    command: ApprovePayoutBatch,
    under,
    at: ':id/approve',
    operationId: 'payoutBatches.approve',
    summary: 'Let a batch be paid that another prepared',
    answers: 200,
    codes: ['NOT_OPEN', 'NOTHING_TO_PAY', 'SOD'],
    example: batchExample('approved'),
  })
  approve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'CancelPayoutBatch',
    command: CancelPayoutBatch,
    under,
    at: ':id/cancel',
    operationId: 'payoutBatches.cancel',
    summary: 'Give a batch up before any instruction has left',
    answers: 200,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: batchExample('cancelled'),
  })
  cancel(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'RecordBankResults',
    command: RecordBankResults,
    under,
    at: ':id/results',
    operationId: 'payoutBatches.results',
    summary: 'Record what the bank answered, payment by payment',
    answers: 200,
    codes: [
      ...(['NOT_OPEN', 'NOTHING_CHANGED', 'RESULTS_FLAWED', 'PAYMENT_UNKNOWN', 'RESULT_REPEATED'] as const),
      ...(['RETURN_CODE', 'PAID_IN_FUTURE', 'RESULT_CONFLICT', 'LIST', 'CHOICE', 'DATE_FORMAT'] as const),
      ...(['TEXT_FORMAT', 'OBJECT'] as const),
    ],
    example: batchExample('answered'),
    body: resultsBody,
  })
  results(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
