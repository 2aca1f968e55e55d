import type { AwardId, ClaimId, DecisionId, PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** Money owed to a partner, as lists and its own page show it. */
export interface PayableDocument {
  readonly id: PayableId;
  /** Payable: ready for a batch. Held: one of `holds` stands against it. */
  readonly status: 'payable' | 'held';
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
  /** Of the four dates: outcome, decision, and recording; payment follows with the bank. */
  readonly outcomeDate: PlainDate;
  readonly decidedAt: Instant;
  readonly recordedAt: Instant;
  readonly amountCents: Cents;
  readonly holds: readonly string[];
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
  version: 2,
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    status: 'text',
    fund: 'text',
    claimId: 'text',
    decisionId: 'text',
    partnerId: 'text',
    programYear: 'integer',
    outcomeType: 'text',
    outcomeDate: 'text',
    decidedAt: 'text',
    amountCents: 'integer',
  },
  totals: ['amountCents'],
};
