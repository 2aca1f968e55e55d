import type { AwardId, DecisionId, PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

export interface AwardHistoryEntry {
  readonly type: string;
  readonly at: Instant;
  readonly sequence: number;
  readonly role: string;
  readonly reason: string | null;
}

/** An award as lists and its own page show it. */
export interface AwardDocument {
  readonly id: AwardId;
  readonly status:
    'offered' | 'accepted' | 'reported' | 'report-accepted' | 'closed' | 'declined' | 'lapsed' | 'reversed';
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly programYear: number;
  readonly payment: 'advance' | 'reimbursement';
  readonly requestedCents: Cents;
  readonly offeredCents: Cents;
  readonly acceptedCents: Cents;
  readonly netCents: Cents;
  readonly spentCents: Cents | null;
  readonly owedBackCents: Cents;
  readonly repaidCents: Cents;
  readonly lapsesAt: Instant;
  readonly reportDueAt: Instant | null;
  /** Why the offer is less than what was requested, where it is. */
  readonly because: readonly string[];
  readonly offeredAt: Instant;
  /** Of the round or the promotion that offered it. */
  readonly offerDecisionId: DecisionId;
  /** Of the event that made it payable; null until then. */
  readonly decisionId: DecisionId | null;
  readonly report: {
    readonly actualOutcomes: readonly { readonly metric: string; readonly actual: number }[];
    readonly note: string | null;
    readonly evidence: readonly { readonly kind: string; readonly sha256: string }[];
    readonly reportedAt: Instant;
    readonly reportedBy: readonly PersonId[];
  } | null;
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
  readonly history: readonly AwardHistoryEntry[];
}

export const awardsView: View<AwardDocument> = {
  name: 'awards',
  version: 1,
  partnerOf: ({ partnerId }) => partnerId,
  fields: {
    ...{ status: 'text', proposalId: 'text', partnerId: 'text', quarter: 'text', programYear: 'integer' },
    ...{ payment: 'text', offeredCents: 'integer', acceptedCents: 'integer', netCents: 'integer' },
    ...{ owedBackCents: 'integer', lapsesAt: 'text', reportDueAt: 'text', offeredAt: 'text' },
  },
  totals: ['requestedCents', 'offeredCents', 'acceptedCents', 'netCents', 'owedBackCents', 'repaidCents'],
};

/** A line of a list of awards. */
export type AwardRow = Omit<AwardDocument, 'history' | 'report' | 'revision'>;

export function awardRow({ history: _history, report: _report, revision: _revision, ...row }: AwardDocument): AwardRow {
  return row;
}
