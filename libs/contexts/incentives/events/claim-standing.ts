import type { PolicyPin } from '#kernel/decider/event';
import type { ClaimId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { SubjectId } from '#kernel/subjects/subject-id';
import type { PlainDate } from '#kernel/time/plain-date';

export type ClaimStatus =
  | 'claimed'
  | 'contested'
  | 'information-requested'
  | 'verified'
  | 'approved'
  | 'denied'
  | 'appealed'
  /** An appeal was turned down: final. */
  | 'rejected'
  | 'withdrawn'
  /** Nothing is left of the approval; what was reversed in part stays `approved`. */
  | 'reversed';

/** What a verifier has to look at: it flags, it does not refuse. */
export type ClaimFlag =
  'OUT_OF_TERRITORY' | 'UNREGISTERED_SUBJECT' | 'EVIDENCE_REUSED' | 'EVIDENCE_REUSED_ACROSS_PARTNERS';

/**
 * A claim as it stands after an event. Every claim event carries it whole, so that an auditor reads one line and not
 * nine, and so that a reply is a function of the command's own events; `evolve` asserts that it is what follows.
 */
export interface ClaimStanding {
  readonly claimId: ClaimId;
  readonly status: ClaimStatus;
  readonly partnerId: PartnerId;
  readonly programYear: number;
  readonly outcomeType: string;
  readonly subjectId: SubjectId;
  readonly outcomeDate: PlainDate;
  readonly requestedCents: Cents;
  /** Held against the cap and not yet decided; 0 once decided. */
  readonly reservedCents: Cents;
  readonly approvedCents: Cents;
  /** What of the approval was taken back, in all; absent (as in every event before reversals) means nothing. */
  readonly reversedCents?: Cents;
  readonly truncated: boolean;
  readonly flags: readonly ClaimFlag[];
  readonly policy: PolicyPin;
}

/** The cap of the claim's partner-year, before and after an event, as the decision saw it. */
export interface CapMove {
  readonly capCents: Cents;
  readonly headroomBeforeCents: Cents;
  readonly headroomAfterCents: Cents;
}

/** Who has held which duty on this money. It travels with the money to payable and batch (G21). */
export interface Duties {
  readonly submitted: readonly PersonId[];
  readonly verified: readonly PersonId[];
  readonly approved: readonly PersonId[];
}
