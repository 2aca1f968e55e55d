import type { AwardId, ClaimId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The decision behind a payable was taken back. Issued by a reaction, never by a person. */
export class HoldReversed extends Requested {
  @IdField('clm', { optional: true })
  claimId?: ClaimId;

  @IdField('awd', { optional: true })
  awardId?: AwardId;
}
