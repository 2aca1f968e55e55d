import type { AwardId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The partner takes the offer, or less of it. */
export class AcceptAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;

  @CentsField({ optional: true, description: 'At most the offer; the whole offer when left out.' })
  acceptedCents?: Cents;
}
