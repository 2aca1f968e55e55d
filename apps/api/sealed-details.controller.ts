import { notFound } from '#kernel/decider/answer';
import type { DetailsKind } from '#platform/security-log/port/security-log';
import { applyDecorators, Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from './openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './http/problems';
import { sendJson } from './http/send';
import { describeProblems } from './openapi/describe-problems';
import { schemaOfExample } from './reads/openapi/schema-of-example';
import { scopesOf } from './reads/scope-of';
import { readingOf } from './reads/table/table-endpoint';
import { Sealed } from './sealed';

const ACCOUNT = {
  ...{ accountHolder: 'CodeVA', accountNumber: '000123456789' },
  ...{ accountType: 'checking', routingNumber: '011000015' },
};
const W9 = { address: '1 Main Street, Richmond VA', legalName: 'CodeVA', taxId: '123456789' };

/**
 * What a payee told us and no event says: accounts, for finance to call back before one is confirmed and to pay to it, and
 * W-9s, for what is reported. Each look is in the security log before it leaves: who, whose, when.
 */
@ApiTags('partners')
@Controller()
export class SealedDetailsController {
  constructor(private readonly sealed: Sealed) {}

  @Reads(
    'bank-details',
    'bankDetails.read',
    'A bank account, by the SHA-256 that an approval or a partner names',
    ACCOUNT,
  )
  account(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show('bank-account', 'bank-details', request, reply);
  }

  @Reads('tax-details', 'taxDetails.read', 'A W-9’s words, by the SHA-256 that a partner names', W9)
  taxForm(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show('w9', 'tax-details', request, reply);
  }

  private async show(kind: DetailsKind, view: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    scopesOf(readingOf(request).subject, view);
    const { sha256 } = request.params as { readonly sha256: string };
    const opened = /^[0-9a-f]{64}$/.test(sha256) ? await this.sealed.open(kind, sha256) : undefined;
    if (opened === undefined) throw new ProblemError('NOT_FOUND', notFound.detail);
    reply.opened = { kind, whose: opened.about };
    sendJson(reply.header('Cache-Control', 'no-store'), 200, opened.details);
  }
}

function Reads(path: string, operationId: string, summary: string, example: object): MethodDecorator {
  return applyDecorators(
    Get(`v1/${path}/:sha256`),
    ApiOperation({ operationId, summary }),
    ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' }, example: 'c'.repeat(64) }),
    ApiResponse({
      status: 200,
      description: 'As it was sent. That you looked is noted.',
      content: { 'application/json': { schema: schemaOfExample(example), example } },
    }),
    describeProblems([
      ...(['TOKEN_MISSING', 'TOKEN_INVALID', 'SUBJECT_UNKNOWN', 'FORBIDDEN', 'NOT_FOUND'] as const),
      ...(['RATE_LIMITED', 'SIGN_IN_UNAVAILABLE', 'LOG_UNAVAILABLE'] as const),
    ]),
  );
}
