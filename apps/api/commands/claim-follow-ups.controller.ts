import { AppealClaim } from '#contexts/incentives/commands/appeal-claim';
import { DecideAppeal } from '#contexts/incentives/commands/decide-appeal';
import { RequestInformation } from '#contexts/incentives/commands/request-information';
import { ResolveContest } from '#contexts/incentives/commands/resolve-contest';
import { ResubmitClaim } from '#contexts/incentives/commands/resubmit-claim';
import { ReverseClaim } from '#contexts/incentives/commands/reverse-claim';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { claimExample } from './examples';
import { Issues } from './issues';

const under = 'v1/claims';

/** What happens to a claim a second time: questions, answers, appeals, reversals, contests. */
@ApiTags('claims')
@Controller(under)
export class ClaimFollowUpsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'RequestInformation',
    command: RequestInformation,
    under,
    at: ':id/request-information',
    operationId: 'claims.requestInformation',
    summary: 'Ask the partner for what is missing',
    answers: 200,
    codes: ['NOT_OPEN', 'SOD', 'TEXT_FORMAT'],
    example: claimExample('information-requested'),
  })
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ResubmitClaim',
    command: ResubmitClaim,
    under,
    at: ':id/resubmit',
    operationId: 'claims.resubmit',
    summary: 'Answer a question, or correct a claim',
    answers: 200,
    codes: [
      ...([
        'NOT_OPEN',
        'ANSWER_OVERDUE',
        'NOTHING_CHANGED',
        'EVIDENCE_NOT_RECEIVED',
        'EVIDENCE_ERASED',
        'PARTNER_EXITED',
      ] as const),
      ...(['CODE_UNKNOWN', 'UNITS_UNEXPECTED', 'BELOW_LOWEST_TIER', 'EVIDENCE_MISSING', 'EVIDENCE_UNKNOWN'] as const),
      ...([
        'OUTCOME_UNKNOWN',
        'SUBJECT_KIND',
        'OUTCOME_IN_FUTURE',
        'CLAIM_WINDOW_CLOSED',
        'DUPLICATE_OUTCOME',
      ] as const),
      ...(['CAP_EXCEEDED', 'DATE_FORMAT', 'TEXT_FORMAT', 'INTEGER', 'LIST'] as const),
      ...(['OBJECT'] as const),
    ],
    example: claimExample('claimed'),
  })
  resubmit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'AppealClaim',
    command: AppealClaim,
    under,
    at: ':id/appeal',
    operationId: 'claims.appeal',
    summary: 'Contradict a denial',
    answers: 200,
    codes: ['NOT_OPEN', 'APPEAL_WINDOW_CLOSED', 'CAP_EXCEEDED', 'TEXT_FORMAT'],
    example: claimExample('appealed'),
  })
  appeal(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DecideAppeal',
    command: DecideAppeal,
    under,
    at: ':id/decide-appeal',
    operationId: 'claims.decideAppeal',
    summary: 'Uphold or reject an appeal',
    answers: 200,
    codes: [
      ...(['NOT_OPEN', 'CONTESTED', 'AMOUNT_UNEXPECTED', 'SOD', 'BELOW_MINIMUM', 'FLAG_UNKNOWN'] as const),
      ...([
        'FLAG_UNANSWERED',
        'CHOICE',
        'ABOVE_CATALOGUE',
        'CAP_EXCEEDED',
        'BOOLEAN',
        'AMOUNT_FORMAT',
        'TEXT_FORMAT',
      ] as const),
    ],
    example: claimExample('approved'),
  })
  decideAppeal(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReverseClaim',
    command: ReverseClaim,
    under,
    at: ':id/reverse',
    operationId: 'claims.reverse',
    summary: 'Take an approval back, whole or in part',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'SOD',
      'REVERSAL_EMPTY',
      'REVERSAL_ABOVE_APPROVED',
      'REVERSAL_REMAINDER',
      'AMOUNT_FORMAT',
      'CHOICE',
      'TEXT_FORMAT',
    ],
    example: claimExample('reversed'),
  })
  reverse(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ResolveContest',
    command: ResolveContest,
    under,
    at: ':id/resolve-contest',
    operationId: 'claims.resolveContest',
    summary: 'Decide which of several claims on an outcome stands',
    answers: 200,
    codes: ['NOT_OPEN', 'NOT_CONTESTED', 'CONTEST_UNCLEAR', 'SOD', 'CAP_EXCEEDED', 'CHOICE', 'TEXT_FORMAT'],
    example: { ...claimExample('claimed'), turnedDown: ['clm_b4d6f2h5j7l3n5p7r2t4v6x3za'] },
  })
  resolve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
