import type { ClaimId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The system notes that no appeal came in time: what a deadline asks, no person may. */
export class CloseAppealWindow extends Requested {
  @IdField('clm')
  claimId!: ClaimId;
}
