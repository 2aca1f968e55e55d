import { AssignReviewers } from '#contexts/grants/commands/assign-reviewers';
import { DeclareConflict } from '#contexts/grants/commands/declare-conflict';
import { DeferProposal } from '#contexts/grants/commands/defer-proposal';
import { ReviewProposal } from '#contexts/grants/commands/review-proposal';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { assignmentExample, declarationExample, proposalExample, reviewExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/proposals';

/** Proposals, as the network’s staff and its reviewers handle them. */
@ApiTags('grants')
@Controller(under)
export class ReviewsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'AssignReviewers',
    command: AssignReviewers,
    under,
    at: ':id/assign',
    operationId: 'proposals.assign',
    summary: 'Name the people who are to review a proposal',
    answers: 200,
    codes: ['NOT_OPEN', 'NOT_A_REVIEWER', 'NOTHING_CHANGED', 'LIST'],
    example: assignmentExample,
  })
  assign(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DeclareConflict',
    command: DeclareConflict,
    under,
    at: ':id/declare-conflict',
    operationId: 'proposals.declareConflict',
    summary: 'Say whether you have a conflict of interest; only then the text is shown',
    answers: 200,
    codes: ['NOT_OPEN', 'RECUSED', 'NOTHING_CHANGED', 'BOOLEAN', 'TEXT_FORMAT'],
    example: declarationExample,
  })
  declare(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReviewProposal',
    command: ReviewProposal,
    under,
    at: ':id/review',
    operationId: 'proposals.review',
    summary: 'Score a proposal by the rubric',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'RECUSED',
      'NOT_DECLARED',
      'ROUND_OPEN',
      'RECOMMENDATION_OUT_OF_BOUNDS',
      'SOD',
      'INTEGER',
      'AMOUNT_FORMAT',
      'TEXT_FORMAT',
    ],
    example: reviewExample,
  })
  review(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DeferProposal',
    command: DeferProposal,
    under,
    at: ':id/defer',
    operationId: 'proposals.defer',
    summary: 'Leave a proposal to the next round',
    answers: 200,
    codes: ['NOT_OPEN', 'ROUND_ALLOCATED', 'SOD', 'TEXT_FORMAT'],
    example: proposalExample('submitted'),
  })
  defer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
