import type { QueuedClaim } from '#contexts/incentives/views/review-queue';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { PartnerRef } from '../table/listed';
import type { WaitingProposal } from './waiting-proposals';

/** A line of `GET /v1/review-queue`: a claim or a proposal. What only one of them has is null, or none, for the other. */
export interface QueueRow {
  readonly kind: 'claim' | 'proposal';
  readonly id: string;
  readonly status: string;
  readonly partner: PartnerRef;
  /** In which a claim was submitted; the round of a proposal. */
  readonly quarter: string;
  readonly submittedAt: Instant;
  /** Whole days of the program since then. */
  readonly ageDays: number;
  readonly waitsOn: { readonly role: string; readonly act: string; readonly since: Instant };
  readonly dueAt: Instant | null;
  readonly missing: readonly string[];
  readonly requestedCents: Cents;
  readonly reservedCents: Cents | null;
  readonly outcomeType: string | null;
  readonly subjectId: string | null;
  readonly outcomeDate: PlainDate | null;
  readonly flags: readonly string[];
  readonly actedBy: readonly PersonId[];
  /** Of the partner's cap year now, and after as much of the claim as fits is approved. */
  readonly headroomCents: Cents | null;
  readonly headroomAfterCents: Cents | null;
  readonly validReviews: number | null;
  readonly neededReviews: number | null;
  /** So many more reviewers are needed. */
  readonly assignMore: number | null;
  readonly owed: readonly { readonly reviewerId: PersonId; readonly owes: 'declaration' | 'review' }[];
}

export function claimRow({ partnerId: _partnerId, ...line }: QueuedClaim, partner: PartnerRef): QueueRow {
  return { ...line, partner, validReviews: null, neededReviews: null, assignMore: null, owed: [] };
}

export function proposalRow({ document, line }: WaitingProposal, partner: PartnerRef, ageDays: number): QueueRow {
  const { proposalId, partnerId: _partnerId, ...rest } = line;
  const [assign, debts] = [line.assignMore > 0 ? ['reviewers'] : [], new Set(line.owed.map(({ owes }) => owes))];
  const next =
    line.assignMore > 0 ? { role: 'program-staff', act: 'assign' } : { role: 'grant-reviewer', act: 'review' };
  return {
    ...{ kind: 'proposal', id: proposalId, status: document.status, partner, ...rest, ageDays },
    ...{ waitsOn: { ...next, since: line.submittedAt }, dueAt: null, missing: [...assign, ...debts] },
    ...{ requestedCents: document.requestedCents, reservedCents: null, flags: [], actedBy: document.submittedBy },
    ...{ outcomeType: null, subjectId: null, outcomeDate: null, headroomCents: null, headroomAfterCents: null },
  };
}
