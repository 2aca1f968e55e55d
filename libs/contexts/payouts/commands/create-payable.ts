import type { ClaimId, DecisionId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import {
  CentsField,
  DateField,
  IdField,
  IdsField,
  InstantField,
  IntegerField,
  ObjectField,
  TextField,
} from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/** Who held which duty on the money. */
export class DutiesHeld {
  /** Whoever claimed, resubmitted or appealed. */
  @IdsField('per', { min: 1, max: 100 })
  submitted!: PersonId[];

  /** Nobody, where an appeal was upheld against a claim that was denied before any verification. */
  @IdsField('per', { min: 0, max: 2 })
  verified!: PersonId[];

  @IdsField('per', { min: 1, max: 2 })
  approved!: PersonId[];
}

/** An approved claim becomes payable. Issued by the reaction on `ClaimApproved`, never by a person. */
export class CreatePayable extends Requested {
  @IdField('dec')
  decisionId!: DecisionId;

  @IdField('clm')
  claimId!: ClaimId;

  @IdField('ptr')
  partnerId!: PartnerId;

  @IntegerField({ min: 1900, max: 2999 })
  programYear!: number;

  @TextField({ max: 60 })
  outcomeType!: string;

  @DateField()
  outcomeDate!: PlainDate;

  @InstantField()
  decidedAt!: Instant;

  @CentsField()
  amountCents!: Cents;

  @ObjectField(() => DutiesHeld)
  duties!: DutiesHeld;
}
