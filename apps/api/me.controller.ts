import { present } from '#kernel/assert/assert';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from './openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendJson } from './http/send';
import { describeProblems } from './openapi/describe-problems';

const ME = {
  personId: 'per_b4d6f2h5j7l3n5p7r2t4v6x3za',
  handle: 'codeva-staff-1',
  roles: ['partner-staff'],
  partnerId: null,
};

@ApiTags('access')
@Controller('v1/me')
export class MeController {
  @Get()
  @ApiOperation({ operationId: 'me.read', summary: 'Who the token’s person is, and in which roles today' })
  @ApiResponse({
    status: 200,
    description: 'The signed-in person.',
    content: { 'application/json': { schema: { type: 'object' }, example: ME } },
  })
  @describeProblems([
    'TOKEN_MISSING',
    'TOKEN_INVALID',
    'SUBJECT_UNKNOWN',
    'RATE_LIMITED',
    'SIGN_IN_UNAVAILABLE',
    'LOG_UNAVAILABLE',
  ])
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { personId, handle, roles, partnerId } = present(request.who, 'the person who asks');
    sendJson(reply, 200, { personId, handle, roles, partnerId });
  }
}
