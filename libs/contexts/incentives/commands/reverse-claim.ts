import type { ReversalReason } from '#contexts/incentives/events/claim-reversed';
import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, ChoiceField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The network takes an approval back, whole or in part; the cap year of the claim is credited. */
export class ReverseClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @CentsField({ optional: true, description: 'What is taken back; without it, all that is left of the approval.' })
  cents?: Cents;

  @ChoiceField(['error', 'duplicate', 'ineligible'], { description: 'ineligible keeps the outcome held for good.' })
  reason!: ReversalReason;

  @TextField({ max: 2_000 })
  note!: string;
}
