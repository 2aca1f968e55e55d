import type { AwardId } from '#kernel/ids/entity-id';
import { ChoiceField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The network takes a decision to fund back. */
export class ReverseAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;

  @ChoiceField(['error', 'duplicate', 'ineligible'])
  reason!: 'error' | 'duplicate' | 'ineligible';

  @TextField({ max: 2_000 })
  note!: string;
}
