import { payloadStream } from '#contexts/access/facts/erased-payloads';
import type { EvidenceDocument } from '#contexts/incentives/views/evidence';
import { evidenceKey, evidenceView } from '#contexts/incentives/views/evidence';
import { present } from '#kernel/assert/assert';
import { notFound } from '#kernel/decider/answer';
import { BlobStore, isSha256 } from '#platform/blobs/port/blob-store';
import type { Scope } from '#platform/view-store/port/scope';
import type { ViewReader } from '#platform/view-store/port/view-store';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../http/problems';
import { mediaTypeOf } from '../../http/upload';
import type { Network } from '../../network';
import { NETWORK } from '../../network';
import { Moments } from '../moment/moments';
import { readParameters } from '../query/parameter';
import { minSequenceParameter } from '../query/standard-parameters';
import { scopesOf } from '../scope-of';
import { readingOf } from '../table/table-endpoint';
import { describeEvidenceFile } from './describe-evidence-file';

/** The file's name says nothing that its sender wrote: names of files may be names of people (G29). */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const SHORT = 16;

/** Files of evidence, to those whose they are and to the network's staff: others' look absent (G22). */
@Controller()
export class EvidenceFileController {
  constructor(
    private readonly moments: Moments,
    private readonly blobs: BlobStore,
    @Inject(NETWORK) private readonly network: Pick<Network, 'store'>,
  ) {}

  @Get('v1/evidence/:id')
  @describeEvidenceFile()
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { subject, now } = readingOf(request);
    const scopes = scopesOf(subject, 'evidence');
    const name = shaIn(request);
    const least = readParameters(request.query, [minSequenceParameter]).get('minSequence');
    const wanted = { now, minSequence: least === undefined ? undefined : Number(least) };
    const { value, sequence } = await this.moments.show([evidenceView], wanted, (reader) =>
      known(reader, scopes, name),
    );
    reply.header('Log-Sequence', sequence);
    if (value === undefined) throw new ProblemError('NOT_FOUND', notFound.detail);
    const bytes = await this.blobs.get(name);
    if (bytes === undefined && (await this.isErased(name))) throw new ProblemError('ERASED', `${name} was erased.`);
    await send(present(bytes, 'the bytes of a file that was received'), name, reply);
  }

  private async isErased(name: string): Promise<boolean> {
    for await (const _event of this.network.store.readStream(payloadStream(name), 0)) return true;
    return false;
  }
}

/** The document by which somebody of these scopes may read the file. */
async function known(
  reader: ViewReader,
  scopes: readonly Scope[],
  sha256: string,
): Promise<EvidenceDocument | undefined> {
  for (const scope of scopes) {
    const found =
      scope.kind === 'all'
        ? (await reader.find(scope, evidenceView, { where: [{ field: 'sha256', is: '=', value: sha256 }], limit: 1 }))
            .rows[0]?.document
        : await reader.get(scope, evidenceView, evidenceKey(sha256, scope.partnerId));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As a file to keep and never as a page: whatever is in it, no browser runs it under this address. */
async function send(bytes: Uint8Array, sha256: string, reply: FastifyReply): Promise<void> {
  const mediaType = await mediaTypeOf(bytes);
  const name = `evidence-${sha256.slice(0, SHORT)}.${EXTENSIONS[mediaType] ?? 'bin'}`;
  reply.header('Content-Type', mediaType).header('Content-Disposition', `attachment; filename="${name}"`);
  reply.header('Content-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  reply.header('Content-Security-Policy', "default-src 'none'; sandbox");
  await reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function shaIn({ params }: FastifyRequest): string {
  const { id = '' } = params as { readonly id?: string };
  if (id.includes('/')) throw new ProblemError('NOT_FOUND', notFound.detail);
  if (isSha256(id)) return id;
  const detail = 'Expected a SHA-256 as 64 lower-case hexadecimal digits.';
  throw new ProblemError('ID_FORMAT', detail, { errors: [{ parameter: 'id', code: 'ID_FORMAT', detail }] });
}
