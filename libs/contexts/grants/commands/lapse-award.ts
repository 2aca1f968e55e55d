import type { AwardId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Ends an offer that nobody answered in time. Issued by a schedule; it may be sent any number of times. */
export class LapseAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;
}
