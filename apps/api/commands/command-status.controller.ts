import { present } from '#kernel/assert/assert';
import type { Circumstances } from '#kernel/decider/decider';
import { commandIdOf, parseUuid } from '#kernel/ids/uuid';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerTo } from '../http/command-answer';
import { CommandAddresses } from '../http/command-addresses';
import { CommandSpecs } from '../http/command-endpoint';
import { ProblemError } from '../http/problems';
import { occasionOf, sendJson } from '../http/send';
import { describeProblems } from '../openapi/describe-problems';
import { claimExample } from './examples';

const KEY = '6f1c6c70-3d8a-4f0b-9d3e-2b9b8f4f6a11';
const EXAMPLE = {
  ...{ key: KEY, path: '/v1/claims', status: 'stored', sequence: 480 },
  reply: { status: 201, body: claimExample('claimed') },
};

/**
 * What became of a command whose answer never came. A command's id derives from who sent it, where to and the key, so the
 * key alone finds nothing, and nobody finds another's.
 */
@ApiTags('commands')
@Controller('v1/commands')
export class CommandStatusController {
  constructor(
    private readonly addresses: CommandAddresses,
    private readonly specs: CommandSpecs,
    private readonly commands: CommandRuntime,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'commands.status', summary: 'What became of a command of yours, by its key and path' })
  @ApiQuery({
    name: 'key',
    required: true,
    description: 'Its Idempotency-Key.',
    schema: { type: 'string', format: 'uuid', examples: [KEY] },
  })
  @ApiQuery({
    name: 'path',
    required: true,
    description: 'Where it was sent: `/v1/claims`.',
    schema: { type: 'string', examples: ['/v1/claims'] },
  })
  @ApiResponse({
    status: 200,
    description:
      '`stored` or `refused`, with the reply; `unknown` when nothing was stored, and the key is safe to send.',
    content: { 'application/json': { schema: { type: 'object' }, example: EXAMPLE } },
  })
  @describeProblems([
    ...(['PARAMETER_FORMAT', 'UNKNOWN_PARAMETER', 'REQUIRED', 'NOT_FOUND', 'TOKEN_MISSING', 'TOKEN_INVALID'] as const),
    ...([
      'SUBJECT_UNKNOWN',
      'RATE_LIMITED',
      'UNKNOWN_OUTCOME',
      'BUSY',
      'INTERNAL',
      'SIGN_IN_UNAVAILABLE',
      'LOG_UNAVAILABLE',
    ] as const),
  ])
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { key, path } = asked(request);
    const found = this.addresses.at(path);
    if (found === undefined) throw new ProblemError('NOT_FOUND', `No command is sent to ${path}.`);
    const { route, id } = found;
    const { personId, issuer } = present(request.who, 'who asks for a command');
    const spec = this.specs.of(route.twoPeople === true ? 'RequestApproval' : route.name);
    const commandId = commandIdOf({ issuer, subject: personId, method: 'POST', path, key });
    const about = { at: request.at, commandId, actor: personId, principal: personId, role: '' } satisfies Circumstances;
    const outcome = await this.commands.find(spec.name, route.pipe.addressed(id), about);
    if (outcome.kind === 'not-now') {
      sendJson(reply, 200, { key, path, status: 'unknown' });
      return;
    }
    const answer = answerTo(outcome, spec, { path, requestId: occasionOf(request).requestId });
    if (outcome.kind !== 'recorded') throw new ProblemError('UNKNOWN_OUTCOME', 'The log cannot be read at the moment.');
    const said =
      answer.kind === 'done'
        ? { status: answer.status, body: answer.body }
        : { status: answer.problem.status, body: answer.problem };
    const status = outcome.refused ? 'refused' : 'stored';
    sendJson(reply, 200, { key, path, status, sequence: outcome.sequence, reply: said });
  }
}

function asked({ query }: FastifyRequest): { readonly key: string; readonly path: string } {
  const sent = query as Readonly<Record<string, unknown>>;
  const { key, path } = sent;
  const errors = Object.keys(sent)
    .filter((name) => name !== 'key' && name !== 'path')
    .map((name) => ({ parameter: name.slice(0, 60), code: 'UNKNOWN_PARAMETER', detail: 'Expected key and path.' }));
  const uuid = typeof key === 'string' ? parseUuid(key) : undefined;
  if (uuid === undefined)
    errors.push({ parameter: 'key', ...missingOr(key, 'the UUID that was sent as Idempotency-Key') });
  if (typeof path !== 'string')
    errors.push({ parameter: 'path', ...missingOr(path, 'the path it was sent to: the key alone names no command') });
  if (errors.length > 0 || uuid === undefined || typeof path !== 'string')
    throw ProblemError.of(errors, 'PARAMETER_FORMAT');
  return { key: uuid, path };
}

const missingOr = (value: unknown, words: string): { readonly code: string; readonly detail: string } => ({
  code: value === undefined ? 'REQUIRED' : 'PARAMETER_FORMAT',
  detail: `Expected ${words}.`,
});
