import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A paused partner may claim again. */
export class ReactivatePartner extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @TextField({ max: 2_000 })
  reason!: string;
}
