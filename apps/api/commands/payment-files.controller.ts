import { ExportPayoutBatch } from '#contexts/payouts/commands/export-payout-batch';
import { paymentFile } from '#contexts/payouts/policy/payment-file';
import { present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { BatchId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { BlobStore } from '#platform/blobs/port/blob-store';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandEndpoint, commandRouteOf, contextOf, paramsOf } from '../http/command-endpoint';
import { CommandPipe } from '../http/command-pipe';
import { Issues } from './issues';
import { batchExample } from './payout-examples';

const under = 'v1/payout-batches';

/** What a caller says; which file it is becomes known by trying. */
class ExportForm extends Requested {
  @IdField('bat', { path: true })
  batchId!: BatchId;
}
const pipe = new CommandPipe(ExportForm);

/** The lines of a trial's event (payouts/events/payout-batch-exported.ts). */
interface Exported {
  readonly payments: Parameters<typeof paymentFile>[1];
}

/**
 * Lets a batch leave. The file is made of a trial and put away before the event that names it, so an event never refers to
 * a file that is not there; the real decision takes no other file than this one.
 */
@ApiTags('payouts')
@Controller(under)
export class PaymentFilesController {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly runtime: CommandRuntime,
    private readonly blobs: BlobStore,
  ) {}

  @Issues({
    name: 'ExportPayoutBatch',
    command: ExportForm,
    under,
    at: ':id/export',
    operationId: 'payoutBatches.export',
    summary: 'Let the instructions leave, once, as a frozen file',
    answers: 200,
    codes: ['NOT_OPEN', 'NOTHING_TO_PAY', 'BATCH_MOVED'],
    example: batchExample('exported'),
  })
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request, commandRouteOf(request));
    const { batchId } = pipe.read(request.body, paramsOf(request));
    await this.commands.tell(await this.exported(batchId, context), 'ExportPayoutBatch', request, reply);
  }

  /** The first reply to a key that was sent before: what it asked for cannot be tried any more, for the file has left. */
  private async exported(batchId: BatchId, context: Context): Promise<Outcome> {
    const asked = context(digestOf({ batchId }));
    const earlier = await this.runtime.find('ExportPayoutBatch', { batchId }, asked);
    if (earlier.kind !== 'not-now') return earlier;
    const trial = await this.commands.issue(exportOf({ batchId }), { ...asked, dryRun: true });
    return asked.dryRun || !isGoing(trial) ? trial : this.leave(batchId, trial, context);
  }

  private async leave(batchId: BatchId, trial: Would, context: Context): Promise<Outcome> {
    const { payments } = present(trial.events[0], 'the event of a trial').data as Exported;
    const { text, sha256 } = paymentFile(batchId, payments);
    await this.blobs.put(new TextEncoder().encode(text));
    const payload = { batchId, fileSha256: sha256 };
    return this.commands.issue(exportOf(payload), context(digestOf(payload)));
  }
}

type Context = ReturnType<typeof contextOf>;
type Would = Outcome & { readonly kind: 'would' };
const isGoing = (outcome: Outcome): outcome is Would => outcome.kind === 'would' && !outcome.refused;

const exportOf = (members: Pick<ExportPayoutBatch, 'batchId' | 'fileSha256'>): ExportPayoutBatch =>
  Object.assign(new ExportPayoutBatch(), members);
