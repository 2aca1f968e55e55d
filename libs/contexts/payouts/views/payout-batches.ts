import type { BatchId, PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

export const BATCH_STATUSES = ['prepared', 'approved', 'exported', 'answered', 'cancelled'] as const;

/** A payment of a batch, as its page shows it. */
export interface BatchLine {
  readonly payableId: PayableId;
  readonly partner: { readonly id: PartnerId; readonly slug: string; readonly name: string };
  readonly fund: string;
  readonly attempt: number;
  readonly amountCents: Cents;
  /** Waiting: the instruction has not left, or the bank has not answered. */
  readonly result: 'waiting' | 'settled' | 'returned' | 'unknown';
  readonly returnCode: string | null;
}

/** A batch of payments, as lists and its own page show it. */
export interface BatchDocument {
  readonly id: BatchId;
  /** Answered: the bank has settled or returned every payment. */
  readonly status: (typeof BATCH_STATUSES)[number];
  readonly payments: number;
  readonly totalCents: Cents;
  readonly settledCents: Cents;
  readonly returnedCents: Cents;
  readonly unknownCents: Cents;
  readonly preparedAt: Instant;
  readonly approvedAt: Instant | null;
  readonly exportedAt: Instant | null;
  readonly preparedBy: readonly PersonId[];
  readonly approvedBy: readonly PersonId[];
  readonly exportedBy: readonly PersonId[];
  /** The frozen file; null before it is exported. */
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number } | null;
  readonly lines: readonly BatchLine[];
  /** What the batch went on without, and at which step. */
  readonly leftOut: readonly {
    readonly payableId: PayableId;
    readonly partnerId: PartnerId;
    readonly amountCents: Cents;
    readonly because: string;
    readonly detail: string;
  }[];
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

/** The network's own: a batch holds payments of many partners. */
export const payoutBatchesView: View<BatchDocument> = {
  name: 'payout-batches',
  version: 1,
  partnerOf: () => null,
  fields: { status: 'text', totalCents: 'integer', preparedAt: 'text', exportedAt: 'text', payments: 'integer' },
  totals: ['payments', 'totalCents', 'settledCents', 'returnedCents', 'unknownCents'],
};

/** A line of the list of batches. */
export type BatchRow = Omit<BatchDocument, 'lines' | 'leftOut' | 'revision'>;

export function batchRow({ lines: _lines, leftOut: _leftOut, revision: _revision, ...row }: BatchDocument): BatchRow {
  return row;
}
