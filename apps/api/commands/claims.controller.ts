import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { WithdrawClaim } from '#contexts/incentives/commands/withdraw-claim';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { claimExample } from './examples';
import { Issues } from './issues';

const under = 'v1/claims';
const claimed = claimExample('claimed');

/** Claims, from the outcome to the decision. */
@ApiTags('claims')
@Controller(under)
export class ClaimsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'ClaimIncentive',
    command: ClaimIncentive,
    under,
    operationId: 'claims.create',
    summary: 'Claim the incentive of an outcome',
    answers: 201,
    codes: [
      ...([
        'EVIDENCE_NOT_RECEIVED',
        'EVIDENCE_ERASED',
        'NOT_FOUND',
        'POLICY_MISSING',
        'PARTNER_EXITED',
        'PARTNER_PAUSED',
        'OUTCOME_UNKNOWN',
        'SUBJECT_KIND',
      ] as const),
      ...(['CODE_UNKNOWN', 'UNITS_UNEXPECTED', 'BELOW_LOWEST_TIER', 'EVIDENCE_MISSING', 'EVIDENCE_UNKNOWN'] as const),
      ...(['OUTCOME_IN_FUTURE', 'CLAIM_WINDOW_CLOSED', 'DUPLICATE_OUTCOME', 'CAP_EXCEEDED'] as const),
      ...(['ID_FORMAT', 'SUBJECT_FORMAT', 'DATE_FORMAT', 'TEXT_FORMAT', 'INTEGER', 'LIST', 'OBJECT'] as const),
    ],
    example: claimed,
  })
  claim(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'VerifyClaim',
    command: VerifyClaim,
    under,
    at: ':id/verify',
    operationId: 'claims.verify',
    summary: 'Find the outcome to be as claimed',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'CONTESTED',
      'FLAG_UNKNOWN',
      'FLAG_UNANSWERED',
      'SOD',
      'TEXT_FORMAT',
      'LIST',
      'OBJECT',
      'CHOICE',
    ],
    example: claimExample('verified'),
  })
  verify(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ApproveClaim',
    command: ApproveClaim,
    under,
    at: ':id/approve',
    operationId: 'claims.approve',
    summary: 'Decide to pay a verified claim',
    answers: 200,
    codes: [
      'NOT_OPEN',
      'CONTESTED',
      'SOD',
      'BELOW_MINIMUM',
      'ABOVE_CATALOGUE',
      'CAP_EXCEEDED',
      'AMOUNT_FORMAT',
      'TEXT_FORMAT',
    ],
    example: claimExample('approved'),
  })
  approve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DenyClaim',
    command: DenyClaim,
    under,
    at: ':id/deny',
    operationId: 'claims.deny',
    summary: 'Turn a claim down and say why',
    answers: 200,
    codes: ['NOT_OPEN', 'SOD', 'TEXT_FORMAT'],
    example: claimExample('denied'),
  })
  deny(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'WithdrawClaim',
    command: WithdrawClaim,
    under,
    at: ':id/withdraw',
    operationId: 'claims.withdraw',
    summary: 'Take back a claim that is not decided yet',
    answers: 200,
    codes: ['NOT_OPEN'],
    example: claimExample('withdrawn'),
  })
  withdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
