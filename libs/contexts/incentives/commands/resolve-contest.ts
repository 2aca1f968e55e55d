import type { ClaimId } from '#kernel/ids/entity-id';
import { ChoiceField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Staff decides which of several claims on one outcome stands; the others are denied with the same reason. */
export class ResolveContest extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @ChoiceField(['first', 'second'], { description: 'second: a claim that came later and is contested.' })
  standing!: 'first' | 'second';

  @TextField({ max: 2_000, description: 'Shown to the partners of all claims that fall: name no partner in it.' })
  reason!: string;
}
