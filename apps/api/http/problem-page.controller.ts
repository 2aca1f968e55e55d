import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/route-access';
import { describeProblems } from '../openapi/describe-problems';
import { problemPage, problemsPage } from './problem-page';
import type { ProblemCode } from './problems';
import { ProblemError, PROBLEMS } from './problems';
import { sendJson } from './send';

/** What `type` of a problem points to: a page for people, and the same as JSON. Made from the one table. */
@ApiTags('problems')
@Controller('problems')
export class ProblemPageController {
  @Get()
  @Public()
  @ApiOperation({ operationId: 'problems.list', summary: 'Every code that an answer may carry', security: [] })
  @describesBoth('All codes, each with title, status, remedy and an example.')
  @describeProblems(['RATE_LIMITED'])
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const rows = Object.entries(PROBLEMS).map(([code, row]) => ({ code, ...row }));
    answer(request, reply, problemsPage, { data: rows });
  }

  @Get(':code')
  @Public()
  @ApiOperation({ operationId: 'problems.read', summary: 'What a code means and what to do about it', security: [] })
  @describesBoth('Title, status, remedy and an example.')
  @describeProblems(['NOT_FOUND', 'BAD_URL', 'RATE_LIMITED'])
  read(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!Object.hasOwn(PROBLEMS, code)) throw new ProblemError('NOT_FOUND', 'There is no such code.');
    const known = code as ProblemCode;
    answer(request, reply, () => problemPage(known), { code, ...PROBLEMS[known] });
  }
}

function describesBoth(description: string): MethodDecorator {
  const content = { 'application/json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } };
  return ApiResponse({ status: 200, description, content });
}

function answer(request: FastifyRequest, reply: FastifyReply, page: () => string, json: object): void {
  reply.header('Cache-Control', 'public, max-age=3600').header('Vary', 'Accept');
  if (wantsHtml(request)) void reply.type('text/html; charset=utf-8').send(page());
  else sendJson(reply, 200, json);
}

/** A browser names HTML before anything else; scripts do not. */
function wantsHtml({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html') && !accept.startsWith('application/json');
}
