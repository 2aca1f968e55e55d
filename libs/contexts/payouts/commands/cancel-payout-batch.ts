import type { BatchId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Gives a batch up before any instruction has left. */
export class CancelPayoutBatch extends Requested {
  @IdField('bat', { path: true })
  batchId!: BatchId;

  @TextField({ max: 2_000 })
  reason!: string;
}
