import type { AwardId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Closes an award whose report is accepted and that owes nothing. */
export class CloseAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;
}
