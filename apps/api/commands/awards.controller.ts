import { AcceptAward } from '#contexts/grants/commands/accept-award';
import { DeclineAward } from '#contexts/grants/commands/decline-award';
import { ReportAward } from '#contexts/grants/commands/report-award';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { awardExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/awards';

/** Awards, as the partner handles them. */
@ApiTags('grants')
@Controller(under)
export class AwardsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'AcceptAward',
    command: AcceptAward,
    under,
    at: ':id/accept',
    operationId: 'awards.accept',
    summary: 'Take the offer, or less of it',
    answers: 200,
    codes: ['NOT_OPEN', 'OFFER_LAPSED', 'PARTNER_EXITED', 'ABOVE_OFFER', 'NOTHING_ACCEPTED', 'SOD', 'AMOUNT_FORMAT'],
    example: awardExample('accepted'),
  })
  accept(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DeclineAward',
    command: DeclineAward,
    under,
    at: ':id/decline',
    operationId: 'awards.decline',
    summary: 'Do not take the offer',
    answers: 200,
    codes: ['NOT_OPEN'],
    example: awardExample('declined'),
  })
  decline(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReportAward',
    command: ReportAward,
    under,
    at: ':id/report',
    operationId: 'awards.report',
    summary: 'Tell what was spent and whom it reached',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'OUTCOME_REPEATED',
      'SOD',
      'AMOUNT_FORMAT',
      'CHOICE',
      'INTEGER',
      'LIST',
      'OBJECT',
      'TEXT_FORMAT',
    ],
    example: awardExample('reported'),
  })
  report(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
