import { ErasePayload } from '#contexts/access/commands/erase-payload';
import { BlobStore, isSha256 } from '#platform/blobs/port/blob-store';
import { notFound } from '#kernel/decider/answer';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint } from '../http/command-endpoint';
import { ProblemError } from '../http/problems';
import { approvalExample } from './examples';
import { Issues } from './issues';

const under = 'v1/payloads';

/** What is kept beside the log and may be erased: files of evidence, what people are called, bank details (G29). */
@ApiTags('access')
@Controller(under)
export class PayloadsController {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly blobs: BlobStore,
  ) {}

  @Issues({
    name: 'ErasePayload',
    command: ErasePayload,
    under,
    at: ':id/erase',
    operationId: 'payloads.erase',
    summary: 'Ask that a file or another payload be made unreadable for good',
    answers: 202,
    codes: ['PAYLOAD_ERASED', 'TEXT_FORMAT'],
    example: approvalExample('pending'),
    twoPeople: true,
  })
  async erase(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id = '' } = request.params as { readonly id?: string };
    // A slip of a digit would otherwise be confirmed by two people, and erase nothing.
    if (isSha256(id) && (await this.blobs.get(id)) === undefined) {
      throw new ProblemError('NOT_FOUND', notFound.detail);
    }
    return this.commands.request(request, reply);
  }
}
