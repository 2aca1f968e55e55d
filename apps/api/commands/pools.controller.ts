import { FundPool } from '#contexts/grants/commands/fund-pool';
import { LapsePool } from '#contexts/grants/commands/lapse-pool';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { poolExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/pools';

/** A program year’s money for marketing grants. */
@ApiTags('grants')
@Controller(under)
export class PoolsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'FundPool',
    command: FundPool,
    under,
    operationId: 'pools.fund',
    summary: 'Give a program year its money',
    answers: 201,
    codes: ['POOL_FUNDED', 'POLICY_MISSING', 'AMOUNT_OUT_OF_BOUNDS', 'AMOUNT_FORMAT', 'INTEGER', 'CHOICE'],
    example: poolExample(),
  })
  fund(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'LapsePool',
    command: LapsePool,
    under,
    at: ':id/lapse',
    operationId: 'pools.lapse',
    summary: 'End a program year: what nobody was offered is gone',
    answers: 200,
    codes: ['POOL_LAPSED', 'LAPSE_NOT_DUE', 'ROUND_UNDECIDED', 'TEXT_FORMAT'],
    example: poolExample(true),
  })
  lapse(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
