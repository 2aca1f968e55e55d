import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/route-access';
import { sendJson } from '../http/send';
import { describeProblems } from '../openapi/describe-problems';
import { Metrics } from './metrics';
import { Readiness } from './readiness';

/** For balancers and operators; open, and telling nothing about anybody's business. */
@ApiTags('operation')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Public()
  @ApiOperation({ operationId: 'health.live', summary: 'The process runs', security: [] })
  @ApiResponse({
    status: 200,
    description: 'It does.',
    content: { 'application/json': { schema: { type: 'object' }, example: { status: 'up' } } },
  })
  @describeProblems(['RATE_LIMITED'])
  live(@Res() reply: FastifyReply): void {
    sendJson(reply, 200, { status: 'up' });
  }

  @Get('health/ready')
  @Public()
  @ApiOperation({
    operationId: 'health.ready',
    summary: 'Commands and reads are answered; else what is wrong',
    security: [],
  })
  @ApiResponse({
    status: 200,
    description: 'Ready.',
    content: { 'application/json': { schema: { type: 'object' }, example: { status: 'ready', checks: {} } } },
  })
  @describeProblems(['NOT_READY', 'RATE_LIMITED'])
  async ready(@Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, 200, await this.readiness.check());
  }

  @Get('metrics')
  @Public()
  @ApiOperation({ operationId: 'metrics.read', summary: 'Measurements as Prometheus reads them', security: [] })
  @ApiResponse({
    status: 200,
    description: 'Prometheus text.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @describeProblems(['RATE_LIMITED', 'SHUTTING_DOWN'])
  async read(@Res() reply: FastifyReply): Promise<void> {
    void reply.type('text/plain; version=0.0.4; charset=utf-8').send(await this.metrics.text());
  }
}
