import type { AwardId, DecisionId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, IdField, IdsField, IntegerField, QuarterField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** An accepted expense report leaves money unspent. Issued by the reaction on it, never by a person. */
export class CreateReceivable extends Requested {
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

  @CentsField()
  amountCents!: Cents;

  @IdsField('per', { min: 1, max: 50 })
  submitted!: PersonId[];
}
