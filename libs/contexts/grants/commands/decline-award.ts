import type { AwardId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The partner does not want the grant. */
export class DeclineAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;
}
