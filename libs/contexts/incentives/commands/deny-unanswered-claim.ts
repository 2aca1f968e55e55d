import type { ClaimId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The system turns a claim down whose question stayed unanswered: what a deadline asks, no person may. */
export class DenyUnansweredClaim extends Requested {
  @IdField('clm')
  claimId!: ClaimId;
}
