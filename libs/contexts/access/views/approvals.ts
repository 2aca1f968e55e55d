import type { ApprovalId, PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

/** An act that takes two people, as those who might confirm it see it. */
export interface ApprovalDocument {
  readonly id: ApprovalId;
  readonly status: 'pending' | 'confirmed' | 'rejected';
  readonly act: string;
  /** The act's own members, as they will be issued. */
  readonly payload: object;
  readonly requestedBy: readonly PersonId[];
  readonly requestedAt: Instant;
  /** Unanswered until then, it has to be asked for anew. */
  readonly expiresAt: Instant;
  readonly answeredBy: readonly PersonId[];
  readonly answeredAt: Instant | null;
  readonly note: string | null;
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

export const approvalsView: View<ApprovalDocument> = {
  name: 'approvals',
  version: 2,
  partnerOf: () => null,
  fields: { status: 'text', act: 'text', requestedAt: 'text', expiresAt: 'text', answeredAt: 'text' },
  totals: [],
};
