import { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import { digestOf, sha256 } from '#kernel/codec/digest';
import { Requested } from '#kernel/requested/requested';
import { present } from '#kernel/assert/assert';
import { BlobStore } from '#platform/blobs/port/blob-store';
import { PayloadGone } from '#platform/blobs/port/payload-gone';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint, commandRouteOf, contextOf } from '../http/command-endpoint';
import { ProblemError } from '../http/problems';
import { mediaTypeOf, readUpload } from '../http/upload';
import { fileExample } from './examples';
import { Issues } from './issues';

const under = 'v1/evidence';
/** Uploads held in memory at once: 10 MiB each, so that memory stays bounded (G23). */
const UPLOADS_AT_ONCE = 16;

/** Files that prove outcomes: the content goes to the blob store, the log gets its digest (G29). */
@ApiTags('evidence')
@Controller(under)
export class EvidenceController {
  private uploads = 0;

  constructor(
    private readonly commands: CommandEndpoint,
    private readonly blobs: BlobStore,
  ) {}

  @Issues({
    name: 'ReceiveEvidence',
    command: ReceiveEvidence,
    under,
    operationId: 'evidence.upload',
    summary: 'Upload a file that a claim may name',
    answers: 201,
    codes: ['UPLOAD_FORM', 'FILE_TOO_LARGE', 'FILE_TYPE', 'EMPTY_FILE', 'PAYLOAD_ERASED'],
    example: fileExample,
    takesFile: true,
  })
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request, commandRouteOf(request));
    if (this.uploads >= UPLOADS_AT_ONCE)
      throw new ProblemError('BUSY', 'Too many uploads at once.', {}, { 'Retry-After': '1' });
    this.uploads += 1;
    try {
      const bytes = await readUpload(request);
      const command = await this.receive(request, bytes);
      const made = context(digestOf(Requested.payloadOf(command)));
      // Stored before the event that names it: an event never refers to a file that is not there.
      if (!made.dryRun) await this.keep(bytes);
      await this.commands.execute(command, made, request, reply);
    } finally {
      this.uploads -= 1;
    }
  }

  private async keep(bytes: Uint8Array): Promise<void> {
    try {
      await this.blobs.put(bytes);
    } catch (error) {
      if (!(error instanceof PayloadGone)) throw error;
      throw new ProblemError('PAYLOAD_ERASED', 'The file was erased; it is not taken again.');
    }
  }

  private async receive(request: FastifyRequest, bytes: Uint8Array): Promise<ReceiveEvidence> {
    const [works] = present(request.principal, 'for whom an upload is').partnerRoles;
    const command = new ReceiveEvidence();
    const mediaType = await mediaTypeOf(bytes);
    const isOfPartner = request.role === 'partner-staff' && works !== undefined;
    return Object.assign(
      command,
      { sha256: sha256(bytes), bytes: bytes.length, mediaType },
      isOfPartner ? { partnerId: works.partnerId } : {},
    );
  }
}
