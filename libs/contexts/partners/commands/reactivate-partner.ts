import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A paused partner may claim again, or one whose exit is announced for a day to come stays. */
export class ReactivatePartner extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @TextField({ max: 2_000 })
  reason!: string;
}
