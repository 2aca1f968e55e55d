import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../../../apps/api/http/command-endpoint';
import { CommandPipe } from '../../../apps/api/http/command-pipe';
import { sendState } from '../../../apps/api/http/send';

export const NO_OP = '/v1/no-op';
const route = { name: 'ClaimIncentive', path: NO_OP, pipe: new CommandPipe(ClaimIncentive) };

/** A claim's whole way in and out, without the claim: guard, strict JSON, key and body are checked, 201 is answered. */
@Controller('v1/no-op')
export class NoOpController {
  @Post()
  @RouteConfig({ command: route })
  answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    contextOf(request, route);
    sendState(reply, 201, route.pipe.read(request.body, {}));
  }
}
