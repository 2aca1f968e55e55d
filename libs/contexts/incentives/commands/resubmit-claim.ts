import { ClaimedEvidence } from '#contexts/incentives/commands/claim-incentive';
import type { ClaimId } from '#kernel/ids/entity-id';
import { DateField, IdField, IntegerField, ListField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** The partner answers a question or corrects its claim; a field left out stays as it was. */
export class ResubmitClaim extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @TextField({ optional: true, max: 2_000 })
  answer?: string;

  @IntegerField({ optional: true, min: 0, max: 1_000_000 })
  units?: number;

  @DateField({ optional: true })
  outcomeDate?: PlainDate;

  @TextField({ optional: true, max: 60 })
  courseCode?: string;

  @TextField({ optional: true, max: 60 })
  policyCode?: string;

  @ListField(() => ClaimedEvidence, { optional: true, min: 0, max: 20, description: 'All the evidence from now on.' })
  evidence?: ClaimedEvidence[];
}
