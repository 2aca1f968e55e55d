import { AllocateRound } from '#contexts/grants/commands/allocate-round';
import { ChangeRoundCap } from '#contexts/grants/commands/change-round-cap';
import { CloseRound } from '#contexts/grants/commands/close-round';
import { DrawSlate } from '#contexts/grants/commands/draw-slate';
import { ExtendRound } from '#contexts/grants/commands/extend-round';
import { OpenRound } from '#contexts/grants/commands/open-round';
import { PromoteWaitlist } from '#contexts/grants/commands/promote-waitlist';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { allocationAskedExample, promotionExample, roundExample, slateExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/rounds';

/** Quarterly rounds, from their opening to their decision and its promotions. */
@ApiTags('grants')
@Controller(under)
export class RoundsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'OpenRound',
    command: OpenRound,
    under,
    operationId: 'rounds.open',
    summary: 'Open a quarter to proposals',
    answers: 201,
    codes: [
      'POOL_NOT_FUNDED',
      'POOL_LAPSED',
      'ROUND_EXISTS',
      'ROUND_OUT_OF_ORDER',
      'POLICY_MISSING',
      'ROUND_TOO_EARLY',
      'ROUND_DATES',
      'GOAL_REPEATED',
      'INSTANT_FORMAT',
      'LIST',
      'OBJECT',
      'TEXT_FORMAT',
    ],
    example: roundExample('open'),
  })
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ChangeRoundCap',
    command: ChangeRoundCap,
    under,
    at: ':id/change-cap',
    operationId: 'rounds.changeCap',
    summary: 'Change the cap per partner before the close, with notice',
    answers: 200,
    codes: ['NOT_OPEN', 'NOTHING_CHANGED', 'AMOUNT_OUT_OF_BOUNDS', 'AMOUNT_FORMAT', 'TEXT_FORMAT'],
    example: roundExample('open'),
  })
  changeCap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ExtendRound',
    command: ExtendRound,
    under,
    at: ':id/extend',
    operationId: 'rounds.extend',
    summary: 'Put the deadline off before it passes',
    answers: 200,
    codes: ['NOT_OPEN', 'EXTENSION_NOT_LATER', 'INSTANT_FORMAT', 'TEXT_FORMAT'],
    example: roundExample('open'),
  })
  extend(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'CloseRound',
    command: CloseRound,
    under,
    at: ':id/close',
    operationId: 'rounds.close',
    summary: 'End the taking of proposals',
    answers: 200,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: roundExample('closed'),
  })
  close(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'AllocateRound',
    command: AllocateRound,
    under,
    at: ':id/allocate',
    operationId: 'rounds.allocate',
    summary: 'Ask that the round be decided on the slate that a dry run shows',
    answers: 202,
    codes: [
      'ROUND_OPEN',
      'ROUND_ALLOCATED',
      'EARLIER_ROUND_UNDECIDED',
      'REVIEWS_MISSING',
      'SLATE_CHANGED',
      'SOD',
      'POLICY_MISSING',
      'TEXT_FORMAT',
    ],
    example: allocationAskedExample,
    twoPeople: true,
    triedAs: { name: 'DrawSlate', command: DrawSlate, example: slateExample },
  })
  allocate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }

  @Issues({
    name: 'PromoteWaitlist',
    command: PromoteWaitlist,
    under,
    at: ':id/promote',
    operationId: 'rounds.promote',
    summary: 'Give money that came free to the lines that wait',
    answers: 200,
    codes: ['NOT_ALLOCATED', 'WAITLIST_ENDED', 'NOTHING_TO_PROMOTE', 'SOD', 'POLICY_MISSING', 'TEXT_FORMAT'],
    example: promotionExample,
  })
  promote(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
