import { CosignProposal } from '#contexts/grants/commands/cosign-proposal';
import { ReviseProposal } from '#contexts/grants/commands/revise-proposal';
import { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import { WithdrawProposal } from '#contexts/grants/commands/withdraw-proposal';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { proposalBody, proposalExample } from './grant-examples';
import { Issues } from './issues';

const under = 'v1/proposals';

/** Proposals, as those who apply handle them. */
@ApiTags('grants')
@Controller(under)
export class ProposalsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'SubmitGrantProposal',
    command: SubmitGrantProposal,
    under,
    operationId: 'proposals.submit',
    summary: 'Ask for a marketing grant',
    answers: 201,
    codes: [
      'POLICY_MISSING',
      'NOT_FOUND',
      'PARTNER_PAUSED',
      'PARTNER_EXITED',
      'ROUND_UNKNOWN',
      'ROUND_NOT_OPEN',
      'ROUND_CLOSED',
      'ROUND_FULL',
      'REPORT_OVERDUE',
      'GOAL_UNKNOWN',
      'CATEGORY_INELIGIBLE',
      'BUDGET_OUT_OF_BOUNDS',
      'OUTCOME_REPEATED',
      'DATES_REVERSED',
      'STARTS_TOO_EARLY',
      'ID_FORMAT',
      'AMOUNT_FORMAT',
      'CHOICE',
      'DATE_FORMAT',
      'INTEGER',
      'LIST',
      'OBJECT',
      'TEXT_FORMAT',
    ],
    example: proposalExample('submitted'),
    body: { partnerId: 'ptr_h2k4m6p3r5t7v2x4z6b3d5f7ha', quarter: '2026-Q3', ...proposalBody },
  })
  submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'CosignProposal',
    command: CosignProposal,
    under,
    at: ':id/cosign',
    operationId: 'proposals.cosign',
    summary: 'Stand behind a champion’s or program manager’s proposal',
    answers: 200,
    codes: ['NOT_OPEN', 'ROUND_NOT_OPEN', 'ROUND_CLOSED', 'SOD'],
    example: proposalExample('submitted'),
  })
  cosign(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReviseProposal',
    command: ReviseProposal,
    under,
    at: ':id/revise',
    operationId: 'proposals.revise',
    summary: 'Rewrite a proposal, whole, before the close',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'SOD',
      'ROUND_UNKNOWN',
      'ROUND_NOT_OPEN',
      'ROUND_CLOSED',
      'GOAL_UNKNOWN',
      'CATEGORY_INELIGIBLE',
      'BUDGET_OUT_OF_BOUNDS',
      'OUTCOME_REPEATED',
      'DATES_REVERSED',
      'STARTS_TOO_EARLY',
      'AMOUNT_FORMAT',
      'CHOICE',
      'DATE_FORMAT',
      'INTEGER',
      'LIST',
      'OBJECT',
      'TEXT_FORMAT',
    ],
    example: proposalExample('submitted'),
    body: proposalBody,
  })
  revise(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'WithdrawProposal',
    command: WithdrawProposal,
    under,
    at: ':id/withdraw',
    operationId: 'proposals.withdraw',
    summary: 'Take a proposal back before the close',
    answers: 200,
    codes: ['NOT_OPEN', 'ROUND_CLOSED'],
    example: proposalExample('withdrawn'),
  })
  withdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
