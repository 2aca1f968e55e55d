import type { ClaimFlag } from '#contexts/incentives/events/claim-standing';
import type { ClaimId } from '#kernel/ids/entity-id';
import { ChoiceField, IdField, ListField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

export class AnsweredFlag {
  @ChoiceField(['OUT_OF_TERRITORY', 'UNREGISTERED_SUBJECT', 'EVIDENCE_REUSED', 'EVIDENCE_REUSED_ACROSS_PARTNERS'])
  flag!: ClaimFlag;

  @TextField({ max: 2_000 })
  reason!: string;
}

/** A program-staff member who did not submit the claim found the outcome to be as claimed. */
export class VerifyClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @TextField({ optional: true, max: 2_000 })
  reason?: string;

  @ListField(() => AnsweredFlag, { optional: true, min: 0, max: 10 })
  flagsAnswered?: AnsweredFlag[];
}
