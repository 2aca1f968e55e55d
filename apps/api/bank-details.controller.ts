import { notFound } from '#kernel/decider/answer';
import { present } from '#kernel/assert/assert';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './http/problems';
import { sendJson } from './http/send';
import { describeProblems } from './openapi/describe-problems';
import { scopesOf } from './reads/scope-of';
import { Sealed } from './sealed';

const EXAMPLE = {
  ...{ accountHolder: 'CodeVA', accountNumber: '000123456789' },
  ...{ accountType: 'checking', routingNumber: '011000015' },
};

/** Bank accounts, for finance (to call back before one is confirmed, and to pay to it) and auditors. */
@ApiTags('partners')
@Controller('v1/bank-details')
export class BankDetailsController {
  constructor(private readonly sealed: Sealed) {}

  @Get(':sha256')
  @ApiOperation({
    operationId: 'bankDetails.read',
    summary: 'A bank account, by the SHA-256 that an approval or a partner names',
  })
  @ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' }, example: 'c'.repeat(64) })
  @ApiResponse({
    status: 200,
    description: 'The account as it was sent.',
    content: { 'application/json': { schema: { type: 'object' }, example: EXAMPLE } },
  })
  @describeProblems([
    ...(['TOKEN_MISSING', 'TOKEN_INVALID', 'SUBJECT_UNKNOWN', 'FORBIDDEN', 'NOT_FOUND'] as const),
    ...(['RATE_LIMITED', 'SIGN_IN_UNAVAILABLE', 'LOG_UNAVAILABLE'] as const),
  ])
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    scopesOf(present(request.who, 'the person who asks').subject, 'bank-details');
    const { sha256 } = request.params as { readonly sha256: string };
    const account = /^[0-9a-f]{64}$/.test(sha256) ? await this.sealed.open('bank-account', sha256) : undefined;
    if (account === undefined) throw new ProblemError('NOT_FOUND', notFound.detail);
    sendJson(reply.header('Cache-Control', 'no-store'), 200, account);
  }
}
