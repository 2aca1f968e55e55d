import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Something happened that may keep a partner from being paid, or no longer does. Issued by a reaction, never by a person. */
export class ReviewHolds extends Requested {
  @IdField('ptr')
  partnerId!: PartnerId;
}
