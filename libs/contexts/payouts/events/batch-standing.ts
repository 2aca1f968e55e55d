import type { BatchId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';

/** Answered: the bank has settled or returned every payment. */
export type BatchStatus = 'prepared' | 'approved' | 'exported' | 'answered' | 'cancelled';

/** The frozen file of an exported batch. */
export interface BatchFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A batch after an event. */
export interface BatchStanding {
  readonly batchId: BatchId;
  readonly status: BatchStatus;
  readonly payments: number;
  readonly totalCents: Cents;
  readonly preparedBy: readonly PersonId[];
  readonly approvedBy: readonly PersonId[];
  readonly file: BatchFile | null;
  /** What of it the bank has answered for good, and what it could not say. */
  readonly settledCents: Cents;
  readonly returnedCents: Cents;
  readonly unknownCents: Cents;
}
