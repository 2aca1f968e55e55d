import type { AwardId, ClaimId, DecisionId, PartnerId, ReceivableId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

export const RECEIVABLE_STATUSES = ['open', 'repaid'] as const;

/** Money that a partner owes the network, as lists and its own page show it. */
export interface ReceivableDocument {
  readonly id: ReceivableId;
  readonly status: (typeof RECEIVABLE_STATUSES)[number];
  readonly fund: 'incentives' | 'grants';
  readonly source:
    | { readonly kind: 'claim'; readonly claimId: ClaimId }
    | { readonly kind: 'award'; readonly awardId: AwardId; readonly quarter: string };
  /** The decision by which it is owed. */
  readonly decisionId: DecisionId;
  readonly partnerId: PartnerId;
  readonly programYear: number;
  readonly amountCents: Cents;
  readonly repaidCents: Cents;
  readonly openCents: Cents;
  readonly createdAt: Instant;
  readonly repayments: readonly { readonly repaidCents: Cents; readonly receivedOn: PlainDate; readonly at: Instant }[];
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

export const receivablesView: View<ReceivableDocument> = {
  name: 'receivables',
  version: 1,
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    ...{ status: 'text', fund: 'text', partnerId: 'text', programYear: 'integer', createdAt: 'text' },
    ...{ amountCents: 'integer', openCents: 'integer' },
  },
  totals: ['amountCents', 'repaidCents', 'openCents'],
};
