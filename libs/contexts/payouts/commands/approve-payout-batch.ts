import type { BatchId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Lets a batch be paid. Whoever prepared it does not. */
export class ApprovePayoutBatch extends Requested {
  @IdField('bat', { path: true })
  batchId!: BatchId;
}
