import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** New claims and proposals of the partner are refused and its payables held, until it is reactivated. */
export class PausePartner extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @TextField({ max: 2_000 })
  reason!: string;
}
