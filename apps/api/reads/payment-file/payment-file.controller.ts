import { payoutBatchesView } from '#contexts/payouts/views/payout-batches';
import { notFound } from '#kernel/decider/answer';
import { isEntityId } from '#kernel/ids/entity-id';
import { BlobStore } from '#platform/blobs/port/blob-store';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../http/problems';
import { Moments } from '../moment/moments';
import { readParameters } from '../query/parameter';
import { minSequenceParameter } from '../query/standard-parameters';
import { scopesOf } from '../scope-of';
import { readingOf } from '../table/table-endpoint';
import { describePaymentFile } from './describe-payment-file';

/** The files that left for the bank, to finance and auditors, as they left: the bytes that were frozen, never made anew. */
@Controller()
export class PaymentFileController {
  constructor(
    private readonly moments: Moments,
    private readonly blobs: BlobStore,
  ) {}

  @Get('v1/payout-batches/:id/export.csv')
  @describePaymentFile()
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { subject, now } = readingOf(request);
    const [scope] = scopesOf(subject, 'payment-files');
    const id = batchIn(request);
    const least = readParameters(request.query, [minSequenceParameter]).get('minSequence');
    const wanted = { now, minSequence: least === undefined ? undefined : Number(least) };
    const { value, sequence } = await this.moments.show([payoutBatchesView], wanted, async (reader) =>
      scope === undefined ? undefined : reader.get(scope, payoutBatchesView, id),
    );
    reply.header('Log-Sequence', sequence);
    const file = value?.file;
    if (file === undefined || file === null) throw new ProblemError('NOT_FOUND', notFound.detail);
    const bytes = await this.blobs.get(file.sha256);
    if (bytes === undefined) throw new ProblemError('ERASED', `The file of ${id} was erased.`);
    reply.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    reply.header('Content-Disposition', `attachment; filename="${file.name}"`);
    reply.header('Content-Digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`);
    await reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}

function batchIn({ params }: FastifyRequest): string {
  const { id = '' } = params as { readonly id?: string };
  if (id.includes('/')) throw new ProblemError('NOT_FOUND', notFound.detail);
  if (isEntityId('bat', id)) return id;
  const detail = 'Expected an id like bat_ and 26 characters a–z, 2–7.';
  throw new ProblemError('ID_FORMAT', detail, { errors: [{ parameter: 'id', code: 'ID_FORMAT', detail }] });
}
