import type { SecurityKind } from '#platform/security-log/port/security-log';
import { SECURITY_KINDS, SecurityLog } from '#platform/security-log/port/security-log';
import { isEntityId } from '#kernel/ids/entity-id';
import { applyDecorators, Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '../../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendJson } from '../../http/send';
import { describeProblems } from '../../openapi/describe-problems';
import { describeParameter, READ_PROBLEMS } from '../openapi/describe-reads';
import { schemaOfExample } from '../openapi/schema-of-example';
import type { Parameter } from '../query/parameter';
import { readParameters } from '../query/parameter';
import { DEFAULT_LIMIT, limitParameter } from '../query/standard-parameters';
import { scopesOf } from '../scope-of';
import { readingOf } from '../table/table-endpoint';

const after: Parameter = {
  name: 'after',
  description: 'Only entries behind this number; −1 for all.',
  expected: 'a number, or -1',
  schema: { type: 'integer', minimum: -1, default: -1 },
  passes: (text) => /^(-1|0|[1-9]\d{0,14})$/.test(text),
};
const kind: Parameter = {
  name: 'kind',
  description: 'Only denials, only exports, or only looks at bank accounts and W-9s.',
  expected: SECURITY_KINDS.join(' or '),
  schema: { type: 'string', enum: [...SECURITY_KINDS] },
  passes: (text) => SECURITY_KINDS.includes(text as SecurityKind),
};
const person: Parameter = {
  name: 'person',
  description: 'Only this person’s.',
  expected: 'a person’s id',
  schema: { type: 'string', pattern: '^per_[a-z2-7]{26}$' },
  passes: (text) => isEntityId('per', text),
};
const parameters = [after, limitParameter, kind, person];

const ENTRY = {
  ...{ number: 17, at: '2026-08-04T12:00:00.000Z', kind: 'denial', what: 'NOT_FOUND' },
  ...{ person: 'per_a4d6f2h5j7l3n5p7r2t4v6x3za', method: 'GET', path: '/v1/claims/clm_b4d6f2h5j7l3n5p7r2t4v6x3za' },
  ...{ status: 404, requestId: '0f8fad5b-d9cb-469f-a165-70867728950e', from: '192.0.2.17', isOthers: true },
};
const PAGE = { data: [ENTRY], hasMore: false, after: 17 };

/** Who was refused, who took what away and who looked at whose account: for auditors. */
@Controller()
export class SecurityLogController {
  constructor(private readonly log: SecurityLog) {}

  @applyDecorators(Get('v1/audit/security'), describeSecurityLog())
  async entries(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    scopesOf(readingOf(request).subject, 'security-log');
    const sent = readParameters(request.query, parameters);
    const limit = Number(sent.get('limit') ?? DEFAULT_LIMIT);
    const from = Number(sent.get('after') ?? -1);
    const of = { kind: sent.get('kind') as SecurityKind | undefined, person: sent.get('person') };
    const found = await this.log.find({ ...of, after: from, limit: limit + 1 });
    const data = found.slice(0, limit);
    sendJson(reply, 200, { data, hasMore: found.length > limit, after: data.at(-1)?.number ?? from });
  }
}

function describeSecurityLog(): MethodDecorator {
  return applyDecorators(
    ApiTags('audit'),
    ApiOperation({
      operationId: 'audit.security',
      summary: 'Denials, exports and looks at sealed details, in their order',
    }),
    ...parameters.map(describeParameter),
    ApiResponse({
      status: 200,
      description: 'Entries behind `after`; a 404 says whether the thing is there and was not the asker’s.',
      content: { 'application/json': { schema: schemaOfExample(PAGE), example: PAGE } },
    }),
    describeProblems(READ_PROBLEMS),
  );
}
