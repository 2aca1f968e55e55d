import { DetailsStored } from '#contexts/partners/commands/details-stored';
import type { TaxClass } from '#contexts/partners/policy/tax-classes';
import type { PartnerId } from '#kernel/ids/entity-id';
import { DateField, IdField, ObjectField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** The partner's W-9, without what must not stand in the log. Made by the edge of the form that it was sent. */
export class RecordW9 extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @TextField({ max: 40 })
  taxClass!: TaxClass;

  @DateField()
  signedOn!: PlainDate;

  @ObjectField(() => DetailsStored)
  details!: DetailsStored;
}
