import type { PartnerId } from '#kernel/ids/entity-id';
import { DateField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** The partner leaves the network for good; what it reached up to `exitedOn` stays claimable. */
export class ExitPartner extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @DateField()
  exitedOn!: PlainDate;

  @TextField({ max: 2_000 })
  reason!: string;
}
