import type { BatchId } from '#kernel/ids/entity-id';
import { IdField, Sha256Field } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Lets the instructions of an approved batch leave, once, as the file that was put away before this is asked. */
export class ExportPayoutBatch extends Requested {
  @IdField('bat', { path: true })
  batchId!: BatchId;

  /** Of the file that lies ready. Absent in the trial by which it is learned what to put there. */
  @Sha256Field({ optional: true })
  fileSha256?: string;
}
