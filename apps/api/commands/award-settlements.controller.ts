import { AcceptReport } from '#contexts/grants/commands/accept-report';
import { AmendAward } from '#contexts/grants/commands/amend-award';
import { CloseAward } from '#contexts/grants/commands/close-award';
import { LapseAward } from '#contexts/grants/commands/lapse-award';
import { ReturnFunds } from '#contexts/grants/commands/return-funds';
import { ReverseAward } from '#contexts/grants/commands/reverse-award';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { awardExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/awards';

/** Awards, as the network handles them. */
@ApiTags('grants')
@Controller(under)
export class AwardSettlementsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'LapseAward',
    command: LapseAward,
    under,
    at: ':id/lapse',
    operationId: 'awards.lapse',
    summary: 'End an offer that nobody answered in time',
    answers: 200,
    codes: ['NOT_OPEN', 'LAPSE_NOT_DUE'],
    example: awardExample('lapsed'),
  })
  lapse(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'AmendAward',
    command: AmendAward,
    under,
    at: ':id/amend',
    operationId: 'awards.amend',
    summary: 'Approve an agreed change; it never raises money',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'NOTHING_CHANGED',
      'AMENDMENT_RAISES',
      'DATES_REVERSED',
      'SOD',
      'AMOUNT_FORMAT',
      'CHOICE',
      'DATE_FORMAT',
      'TEXT_FORMAT',
    ],
    example: awardExample('accepted'),
  })
  amend(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'AcceptReport',
    command: AcceptReport,
    under,
    at: ':id/accept-report',
    operationId: 'awards.acceptReport',
    summary: 'Find an expense report to be in order',
    answers: 200,
    codes: ['NOT_OPEN', 'SOD', 'TEXT_FORMAT'],
    example: awardExample('report-accepted'),
  })
  acceptReport(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReturnFunds',
    command: ReturnFunds,
    under,
    at: ':id/return-funds',
    operationId: 'awards.returnFunds',
    summary: 'Record money that came back',
    answers: 200,
    codes: ['NOT_OPEN', 'NOTHING_OWED', 'ABOVE_OWED', 'SOD', 'AMOUNT_FORMAT', 'CHOICE', 'TEXT_FORMAT'],
    example: awardExample('report-accepted'),
  })
  returnFunds(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReverseAward',
    command: ReverseAward,
    under,
    at: ':id/reverse',
    operationId: 'awards.reverse',
    summary: 'Take a decision to fund back',
    answers: 200,
    codes: ['NOT_OPEN', 'SOD', 'CHOICE', 'TEXT_FORMAT'],
    example: awardExample('reversed'),
  })
  reverse(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'CloseAward',
    command: CloseAward,
    under,
    at: ':id/close',
    operationId: 'awards.close',
    summary: 'Close an award whose report is accepted and that owes nothing',
    answers: 200,
    codes: ['NOT_OPEN', 'MONEY_OWED'],
    example: awardExample('closed'),
  })
  close(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
