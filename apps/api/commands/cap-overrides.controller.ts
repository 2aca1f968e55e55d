import { OverrideCap } from '#contexts/incentives/commands/override-cap';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { approvalExample } from './examples';
import { Issues } from './issues';

const under = 'v1/cap-overrides';

/** More than the policy’s cap for one partner and year, wanted by two people. */
@ApiTags('caps')
@Controller(under)
export class CapOverridesController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'OverrideCap',
    command: OverrideCap,
    under,
    operationId: 'capOverrides.create',
    summary: 'Ask for an override of a partner’s annual cap',
    answers: 202,
    codes: [
      'OVERRIDE_EMPTY',
      'EXPIRES_IN_PAST',
      'NOT_FOUND',
      'SOD',
      'ID_FORMAT',
      'INTEGER',
      'AMOUNT_FORMAT',
      'DATE_FORMAT',
      'TEXT_FORMAT',
    ],
    example: approvalExample('pending'),
    twoPeople: true,
  })
  override(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }
}
