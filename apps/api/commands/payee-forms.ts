import { TAX_CLASSES } from '#contexts/partners/policy/tax-classes';
import type { TaxClass } from '#contexts/partners/policy/tax-classes';
import type { PartnerId } from '#kernel/ids/entity-id';
import { ChoiceField, DateField, IdField, PatternField, RoutingNumberField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** A W-9 as it is sent. Only class and day of signing go into the log; the rest is put away. */
export class W9Form extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @TextField({ max: 200 })
  legalName!: string;

  @ChoiceField(TAX_CLASSES, { description: 'Line 3a; an LLC names the class by which it is taxed.' })
  taxClass!: TaxClass;

  @PatternField(/^\d{9}$/, 'nine digits, without dashes', { max: 9, description: 'EIN or SSN.', example: '123456789' })
  taxId!: string;

  @TextField({ max: 500 })
  address!: string;

  @DateField()
  signedOn!: PlainDate;
}

/** A bank account as it is sent. Nothing of it goes into the log. */
export class BankForm extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @TextField({ max: 200 })
  accountHolder!: string;

  @RoutingNumberField()
  routingNumber!: string;

  @PatternField(/^\d{4,17}$/, '4 to 17 digits', { max: 17, example: '000123456789' })
  accountNumber!: string;

  @ChoiceField(['checking', 'savings'])
  accountType!: string;
}
