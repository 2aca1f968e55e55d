import { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { Issues } from './issues';

const under = 'v1/districts';

/** How districts stand to the network. */
@ApiTags('districts')
@Controller(under)
export class DistrictsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'RecordSignUp',
    command: RecordSignUp,
    under,
    at: ':id/sign-up',
    operationId: 'districts.signUp',
    summary: 'Record that a district, or a school that stands for itself, signed up',
    answers: 200,
    codes: [
      ...(['NOT_A_DISTRICT', 'SUBJECT_NOT_REGISTERED', 'SIGNED_IN_FUTURE', 'ALREADY_SIGNED_UP'] as const),
      ...(['SUBJECT_FORMAT', 'DATE_FORMAT', 'INTEGER'] as const),
    ],
    example: { id: 'lea:0100390', signedOn: '2026-08-01', tier: 1 },
  })
  signUp(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
