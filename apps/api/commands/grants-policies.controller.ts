import { DraftGrantsPolicy } from '#contexts/grants/commands/draft-grants-policy';
import { PublishDraftedGrantsPolicy } from '#contexts/grants/commands/publish-drafted-grants-policy';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { approvalExample } from './examples';
import { grantsDraftExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/policies/grants';

/** The rules of marketing grants: drafted by one, published by two. */
@ApiTags('policies')
@Controller(under)
export class GrantsPoliciesController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'DraftGrantsPolicy',
    command: DraftGrantsPolicy,
    under,
    operationId: 'policies.draftGrants',
    summary: 'Write down other grant rules, whole; a dry run is the linter alone',
    answers: 201,
    codes: [
      ...(['POLICY_MISSING', 'POLICY_FLAWED', 'CAP_STEPS', 'WEIGHTS', 'SCORE_OUT_OF_RANGE'] as const),
      ...(['DATE_FORMAT', 'AMOUNT_FORMAT', 'INTEGER', 'CHOICE', 'BOOLEAN'] as const),
      ...(['LIST', 'OBJECT', 'TEXT_FORMAT', 'TIME_ZONE'] as const),
    ],
    example: grantsDraftExample,
  })
  draft(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'PublishDraftedGrantsPolicy',
    command: PublishDraftedGrantsPolicy,
    under,
    at: ':id/publish',
    operationId: 'policies.publishGrants',
    summary: 'Ask for a draft of the grant rules to take effect',
    answers: 202,
    codes: ['NOT_FOUND', 'NOT_OPEN', 'EFFECTIVE_IN_PAST', 'DRAFT_OUTDATED', 'INTEGER'],
    example: {
      ...approvalExample('pending'),
      command: { name: 'PublishDraftedGrantsPolicy', payload: { version: 2 } },
    },
    twoPeople: true,
  })
  publish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }
}
