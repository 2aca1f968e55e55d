import { GrantRole } from '#contexts/access/commands/grant-role';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { approvalExample } from './examples';
import { Issues } from './issues';

const under = 'v1/people';

/** Roles of the network’s own staff. */
@ApiTags('access')
@Controller(under)
export class PeopleController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'GrantRole',
    command: GrantRole,
    under,
    at: ':id/roles',
    operationId: 'people.grantRole',
    summary: 'Ask that a person take on a role of the network',
    answers: 202,
    codes: ['ROLE_HELD', 'CHOICE'],
    example: approvalExample('pending'),
    twoPeople: true,
  })
  grant(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }
}
