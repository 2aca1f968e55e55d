import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { DefineTerritory } from '#contexts/partners/commands/define-territory';
import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { ExitPartner } from '#contexts/partners/commands/exit-partner';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { PausePartner } from '#contexts/partners/commands/pause-partner';
import { ReactivatePartner } from '#contexts/partners/commands/reactivate-partner';
import { entityId } from '#kernel/ids/entity-id';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Directory } from '../auth/directory';
import { CommandEndpoint, commandRouteOf, contextOf } from '../http/command-endpoint';
import { ProblemError } from '../http/problems';
import { affiliationExample, partnerExample, territoryExample } from './examples';
import { Issues } from './issues';

const under = 'v1/partners';

/** Partners: who may claim, since when, and who works for them. */
@ApiTags('partners')
@Controller(under)
export class PartnersController {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly directory: Directory,
  ) {}

  @Issues({
    name: 'OnboardPartner',
    command: OnboardPartner,
    under,
    operationId: 'partners.create',
    summary: 'Take an organisation into the network',
    answers: 201,
    codes: ['SLUG_TAKEN', 'TEXT_FORMAT', 'CHOICE', 'LIST', 'TIME_ZONE', 'DATE_FORMAT'],
    example: partnerExample('active'),
  })
  async onboard(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.checkSlug(request);
    await this.commands.answer(request, reply);
  }

  @Issues({
    name: 'PausePartner',
    command: PausePartner,
    under,
    at: ':id/pause',
    operationId: 'partners.pause',
    summary: 'Refuse new claims of a partner for a while',
    answers: 200,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: partnerExample('paused'),
  })
  pause(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ReactivatePartner',
    command: ReactivatePartner,
    under,
    at: ':id/reactivate',
    operationId: 'partners.reactivate',
    summary: 'Let a paused partner claim again',
    answers: 200,
    codes: ['NOT_OPEN', 'TEXT_FORMAT'],
    example: partnerExample('active'),
  })
  reactivate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'ExitPartner',
    command: ExitPartner,
    under,
    at: ':id/exit',
    operationId: 'partners.exit',
    summary: 'A partner leaves the network for good',
    answers: 200,
    codes: ['NOT_OPEN', 'EXIT_BEFORE_START', 'DATE_FORMAT', 'TEXT_FORMAT'],
    example: { ...partnerExample('exited'), exitedOn: '2026-06-30' },
  })
  exit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'AffiliatePerson',
    command: AffiliatePerson,
    under,
    at: ':id/people',
    operationId: 'partners.affiliate',
    summary: 'A person works for the partner in a role',
    answers: 200,
    codes: ['PERSON_UNKNOWN', 'ALREADY_AFFILIATED', 'ENDS_BEFORE_START', 'DATE_FORMAT', 'CHOICE'],
    example: affiliationExample,
  })
  affiliate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'EndAffiliation',
    command: EndAffiliation,
    under,
    at: ':id/people/end',
    operationId: 'partners.endAffiliation',
    summary: 'A person’s last day in a role of the partner',
    answers: 200,
    codes: ['NOT_AFFILIATED', 'DATE_FORMAT', 'CHOICE'],
    example: { ...affiliationExample, until: '2026-06-30' },
  })
  endAffiliation(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  @Issues({
    name: 'DefineTerritory',
    command: DefineTerritory,
    under,
    at: ':id/territories',
    operationId: 'partners.defineTerritory',
    summary: 'Say which states and ZIP codes a partner covers from a day on',
    answers: 200,
    codes: [
      'TERRITORY_BEFORE_START',
      'STATE_TWICE',
      'ZIP_OUTSIDE_STATE',
      'CHOICE',
      'LIST',
      'DATE_FORMAT',
      'TEXT_FORMAT',
    ],
    example: territoryExample,
  })
  defineTerritory(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.commands.answer(request, reply);
  }

  /**
   * One slug, one partner: judged here, since the decider of one partner's stream cannot see the others
   * (partners/decide/onboard-partner.ts). The partner that this very command made is no obstacle to its retry.
   */
  private async checkSlug(request: FastifyRequest): Promise<void> {
    const { slug } = Object(request.body) as { readonly slug?: unknown };
    if (typeof slug !== 'string') return;
    const { commandId } = contextOf(request, commandRouteOf(request))('');
    const holder = await this.directory.partnerOfSlug(slug);
    if (holder === undefined || holder === entityId('ptr', commandId)) return;
    throw new ProblemError('SLUG_TAKEN', `${slug} names ${holder} already.`, { figures: { slug, partnerId: holder } });
  }
}
