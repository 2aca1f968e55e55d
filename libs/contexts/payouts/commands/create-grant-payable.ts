import type { AwardId, DecisionId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import {
  CentsField,
  DateField,
  IdField,
  IdsField,
  InstantField,
  IntegerField,
  ObjectField,
  QuarterField,
} from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/** Who held which duty on the money: a grant has as many of each as took part in its proposal and its round. */
export class GrantDutiesHeld {
  @IdsField('per', { min: 1, max: 50 })
  submitted!: PersonId[];

  @IdsField('per', { min: 1, max: 50 })
  verified!: PersonId[];

  @IdsField('per', { min: 1, max: 50 })
  approved!: PersonId[];
}

/** An award became due. Issued by the reaction on the event that made it so, never by a person. */
export class CreateGrantPayable extends Requested {
  @IdField('dec')
  decisionId!: DecisionId;

  @IdField('awd')
  awardId!: AwardId;

  @IdField('ptr')
  partnerId!: PartnerId;

  @QuarterField()
  quarter!: string;

  @IntegerField({ min: 1900, max: 2999 })
  programYear!: number;

  @DateField({ description: 'The day of the round’s decision.' })
  roundDate!: PlainDate;

  @InstantField()
  decidedAt!: Instant;

  @CentsField()
  amountCents!: Cents;

  @ObjectField(() => GrantDutiesHeld)
  duties!: GrantDutiesHeld;
}
