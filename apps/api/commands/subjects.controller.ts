import { RegisterCohort } from '#contexts/partners/commands/register-cohort';
import { RegisterSubject } from '#contexts/partners/commands/register-subject';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { cohortExample, subjectExample } from './examples';
import { Issues } from './issues';

/** Subjects of outcomes that no national list names. */
@ApiTags('partners')
@Controller('v1')
export class SubjectsController {
  constructor(private readonly commands: CommandEndpoint) {}

  @Issues({
    name: 'RegisterCohort',
    command: RegisterCohort,
    under: 'v1',
    at: 'cohorts',
    operationId: 'cohorts.create',
    summary: 'Register a cohort that a partner manages',
    answers: 201,
    codes: ['NAME_TAKEN', 'NOT_FOUND', 'TEXT_FORMAT', 'ID_FORMAT'],
    example: cohortExample,
  })
  cohort(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'RegisterSubject',
    command: RegisterSubject,
    under: 'v1',
    at: 'subjects',
    operationId: 'subjects.create',
    summary: 'Register a district or school that has no NCES id',
    answers: 201,
    codes: ['NAME_TAKEN', 'TEXT_FORMAT', 'CHOICE'],
    example: subjectExample,
  })
  subject(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }
}
