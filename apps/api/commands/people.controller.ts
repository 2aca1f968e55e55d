import { DeactivatePerson } from '#contexts/access/commands/deactivate-person';
import { GrantRole } from '#contexts/access/commands/grant-role';
import { ReactivatePerson } from '#contexts/access/commands/reactivate-person';
import { RevokeRole } from '#contexts/access/commands/revoke-role';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { approvalExample, EXAMPLE_PERSON } from './examples';
import { Issues } from './issues';

const under = 'v1/people';

/** Accounts, and roles of the network’s own staff. */
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
    codes: ['ROLE_HELD', 'ROLES_CLASH', 'OWN_ACCOUNT', 'CHOICE'],
    example: approvalExample('pending'),
    twoPeople: true,
  })
  grant(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }

  @Issues({
    name: 'RevokeRole',
    command: RevokeRole,
    under,
    at: ':id/revoke-role',
    operationId: 'people.revokeRole',
    summary: 'Take a role of the network from a person, at once',
    answers: 200,
    codes: ['ROLE_NOT_HELD', 'OWN_ACCOUNT', 'CHOICE', 'TEXT_FORMAT'],
    example: { personId: EXAMPLE_PERSON, role: 'finance', held: false },
  })
  revoke(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DeactivatePerson',
    command: DeactivatePerson,
    under,
    at: ':id/deactivate',
    operationId: 'people.deactivate',
    summary: 'Sign a person out for good: no token of theirs is taken from the next request on',
    answers: 200,
    codes: ['NOT_OPEN', 'OWN_ACCOUNT', 'TEXT_FORMAT'],
    example: { personId: EXAMPLE_PERSON, active: false },
  })
  deactivate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReactivatePerson',
    command: ReactivatePerson,
    under,
    at: ':id/reactivate',
    operationId: 'people.reactivate',
    summary: 'Ask that a person may sign in again, in the roles that they still hold',
    answers: 202,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: approvalExample('pending'),
    twoPeople: true,
  })
  reactivate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.request(request, reply);
  }
}
