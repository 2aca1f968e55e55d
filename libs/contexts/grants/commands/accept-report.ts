import type { AwardId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The network finds an expense report to be in order. */
export class AcceptReport extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;

  @TextField({ optional: true, max: 2_000 })
  note?: string;
}
