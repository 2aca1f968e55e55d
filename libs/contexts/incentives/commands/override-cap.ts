import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, DateField, IdField, IntegerField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** A partner may use more than the policy's cap in one program year, until a day. An act of two people. */
export class OverrideCap extends Requested {
  @IdField('ptr')
  partnerId!: PartnerId;

  @IntegerField({ min: 1900, max: 2999 })
  year!: number;

  @CentsField({ description: 'What is added to the policy’s cap.' })
  cents!: Cents;

  @TextField({ max: 2_000 })
  reason!: string;

  @DateField({ description: 'The last day, in the program’s zone, on which decisions may use it.' })
  expiresOn!: PlainDate;
}
