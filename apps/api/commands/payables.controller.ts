import { RepayPayable } from '#contexts/payouts/commands/repay-payable';
import { RepayReceivable } from '#contexts/payouts/commands/repay-receivable';
import { ResolvePayment } from '#contexts/payouts/commands/resolve-payment';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { Issues } from './issues';
import { receivableExample, reopenedExample, resolutionAskedExample } from './payout-examples';

/** Payables whose payment did not simply arrive. */
@ApiTags('payouts')
@Controller('v1/payables')
export class PayablesController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'RepayPayable',
    command: RepayPayable,
    under: 'v1/payables',
    at: ':id/repay',
    operationId: 'payables.repay',
    summary: 'Have what the bank returned paid again, as a new attempt',
    answers: 200,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: reopenedExample,
  })
  repay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ResolvePayment',
    command: ResolvePayment,
    under: 'v1/payables',
    at: ':id/resolve',
    operationId: 'payables.resolve',
    summary: 'Ask that an unknown payment be taken for settled or returned; another of finance confirms',
    answers: 202,
    codes: ['NOT_OPEN', 'PAID_IN_FUTURE', 'CHOICE', 'DATE_FORMAT', 'TEXT_FORMAT'],
    example: resolutionAskedExample,
    twoPeople: true,
  })
  resolve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }
}

/** What partners owe the network. */
@ApiTags('payouts')
@Controller('v1/receivables')
export class ReceivablesController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'RepayReceivable',
    command: RepayReceivable,
    under: 'v1/receivables',
    at: ':id/repay',
    operationId: 'receivables.repay',
    summary: 'Record that a partner gave back what it owed, or a part of it',
    answers: 200,
    codes: [
      ...(['NOTHING_OWED', 'NOT_PAID', 'PAID_IN_FUTURE', 'ABOVE_OWED', 'SOD'] as const),
      ...(['AMOUNT_FORMAT', 'DATE_FORMAT', 'TEXT_FORMAT'] as const),
    ],
    example: receivableExample,
  })
  repay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
