import { DraftIncentivesPolicy } from '#contexts/incentives/commands/draft-incentives-policy';
import { PublishDraftedPolicy } from '#contexts/incentives/commands/publish-drafted-policy';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { approvalExample, draftExample } from './examples';
import { Issues } from './issues';

const under = 'v1/policies/incentives';

/** The rules of incentives: drafted by one, published by two. */
@ApiTags('policies')
@Controller(under)
export class PoliciesController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'DraftIncentivesPolicy',
    command: DraftIncentivesPolicy,
    under,
    operationId: 'policies.draftIncentives',
    summary: 'Write down other rules, whole; a dry run is the linter alone',
    answers: 201,
    codes: [
      ...(['POLICY_MISSING', 'POLICY_FLAWED', 'DATE_FORMAT', 'AMOUNT_FORMAT', 'INTEGER', 'CHOICE'] as const),
      ...(['LIST', 'OBJECT', 'TEXT_FORMAT', 'TIME_ZONE'] as const),
    ],
    example: draftExample,
  })
  draft(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'PublishDraftedPolicy',
    command: PublishDraftedPolicy,
    under,
    at: ':id/publish',
    operationId: 'policies.publishIncentives',
    summary: 'Ask for a draft to take effect',
    answers: 202,
    codes: ['NOT_FOUND', 'NOT_OPEN', 'EFFECTIVE_IN_PAST', 'DRAFT_OUTDATED', 'INTEGER'],
    example: {
      ...approvalExample('pending'),
      command: { name: 'PublishDraftedPolicy', payload: { version: 2 } },
    },
    twoPeople: true,
  })
  publish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }
}
