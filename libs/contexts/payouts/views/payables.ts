import type { AwardId, BatchId, ClaimId, DecisionId, PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** How far money that is owed has come. */
export const PAYABLE_STATUSES = ['payable', 'held', 'in-batch', 'exported', 'unknown', 'returned', 'paid'] as const;

/** Money owed to a partner, as lists and its own page show it. */
export interface PayableDocument {
  readonly id: PayableId;
  /** Payable: ready for a batch. Held: one of `holds` stands against it. The rest is what became of its payment. */
  readonly status: (typeof PAYABLE_STATUSES)[number];
  readonly fund: 'incentives' | 'grants';
  readonly source:
    | { readonly kind: 'claim'; readonly claimId: ClaimId }
    | { readonly kind: 'award'; readonly awardId: AwardId; readonly quarter: string };
  /** Null for a grant: its award is named in `source`. */
  readonly claimId: ClaimId | null;
  readonly decisionId: DecisionId;
  readonly partnerId: PartnerId;
  readonly programYear: number;
  readonly outcomeType: string;
  /** The four dates: outcome, decision, payment (the bank's day; null until it is settled) and recording. */
  readonly outcomeDate: PlainDate;
  readonly decidedAt: Instant;
  readonly paidOn: PlainDate | null;
  readonly recordedAt: Instant;
  readonly amountCents: Cents;
  readonly holds: readonly string[];
  /** The batch that has it, or had it last. */
  readonly batchId: BatchId | null;
  /** How many instructions for it have left, and why the bank sent the last one back. */
  readonly attempts: number;
  readonly returnCode: string | null;
  readonly duties: {
    readonly submitted: readonly PersonId[];
    readonly verified: readonly PersonId[];
    readonly approved: readonly PersonId[];
  };
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

export const payablesView: View<PayableDocument> = {
  name: 'payables',
  version: 3,
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    ...{ status: 'text', fund: 'text', claimId: 'text', decisionId: 'text', partnerId: 'text', batchId: 'text' },
    ...{ programYear: 'integer', outcomeType: 'text', outcomeDate: 'text', decidedAt: 'text', paidOn: 'text' },
    amountCents: 'integer',
  },
  totals: ['amountCents'],
};
