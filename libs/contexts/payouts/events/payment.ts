import type { Fund, PayableSource } from '#contexts/payouts/events/payable-created';
import type { DecisionId, PartnerId, PayableId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** The account to which a payment goes, by the digest of its details. */
export interface PaidTo {
  readonly sha256: string;
  /** Who brought it about: none of them may prepare or approve the payment. */
  readonly changedBy: readonly PersonId[];
}

/** One payable in one batch: an instruction to the bank, whole, so that its file is a function of the batch alone. */
export interface Payment {
  readonly payableId: PayableId;
  /** 1 for the first; a payment that the bank returned may be tried again. */
  readonly attempt: number;
  readonly decisionId: DecisionId;
  readonly fund: Fund;
  readonly source: PayableSource;
  readonly partnerId: PartnerId;
  /** As the partner was called when the batch was prepared. */
  readonly partner: { readonly slug: string; readonly name: string };
  readonly programYear: number;
  readonly outcomeType: string;
  readonly outcomeDate: PlainDate;
  readonly amountCents: Cents;
  readonly account: PaidTo;
}

/** Why a payable is not in a batch, or no longer. */
export type LeftOutReason = 'in-batch' | 'paid' | 'returned' | 'held' | 'duties' | 'account-changed' | 'batch-full';

/** A payable that a batch goes on without. */
export interface LeftOut {
  readonly payableId: PayableId;
  readonly partnerId: PartnerId;
  readonly amountCents: Cents;
  readonly because: LeftOutReason;
  /** The holds, the batch that has it, or the person whose duties would clash. */
  readonly detail: string;
}
