import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/route-access';
import { describeProblems } from '../openapi/describe-problems';
import type { ProblemCode } from './problems';
import { problem, ProblemError, PROBLEMS } from './problems';
import { sendJson } from './send';

/** What `type` of a problem points to: a page for people, and the same as JSON. Made from the one table. */
@ApiTags('problems')
@Controller('problems')
export class ProblemPageController {
  @Get(':code')
  @Public()
  @Header('Vary', 'Accept')
  @ApiOperation({ operationId: 'problems.read', summary: 'What a code means and what to do about it', security: [] })
  @ApiResponse({
    status: 200,
    description: 'Title, status, remedy and an example.',
    content: { 'application/json': { schema: { type: 'object' } }, 'text/html': { schema: { type: 'string' } } },
  })
  @describeProblems(['NOT_FOUND'])
  read(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!Object.hasOwn(PROBLEMS, code)) throw new ProblemError('NOT_FOUND', 'There is no such code.');
    const known = code as ProblemCode;
    reply.header('Cache-Control', 'public, max-age=3600').header('Vary', 'Accept');
    if (wantsHtml(request)) void reply.type('text/html; charset=utf-8').send(page(known));
    else sendJson(reply, 200, { code, ...PROBLEMS[known] });
  }
}

/** A browser names HTML before anything else; scripts do not. */
function wantsHtml({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html') && !accept.startsWith('application/json');
}

function page(code: ProblemCode): string {
  const { status, title, remedy, example } = PROBLEMS[code];
  const shown = problem(code, example, { path: '/v1/…', requestId: '…' });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(`${code}: ${title}`)}</title></head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>Code <code>${code}</code>, status ${status}.</p>
<h2>What to do</h2>
<p>${escape(remedy)}</p>
<h2>Example</h2>
<pre>${escape(JSON.stringify(shown, null, 2))}</pre>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
