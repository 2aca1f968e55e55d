import type { ClaimId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Staff asks the partner for what is missing; the policy gives days to answer. */
export class RequestInformation extends Requested {
  @IdField('clm', { path: true })
  claimId!: ClaimId;

  @TextField({ max: 2_000 })
  question!: string;
}
