import { USES } from '#contexts/grants/commands/proposal-fields';
import type { UseCase } from '#contexts/grants/events/proposal-standing';
import type { AwardId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { CentsField, ChoiceField, DateField, IdField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** Approves an agreed change of an award; it never raises money. */
export class AmendAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;

  @CentsField({ optional: true, description: 'Less than was accepted until now.' })
  acceptedCents?: Cents;

  @DateField({ optional: true })
  startsOn?: PlainDate;

  @DateField({ optional: true })
  endsOn?: PlainDate;

  @ChoiceField(USES, { optional: true })
  useCase?: UseCase;

  @TextField({ max: 2_000 })
  reason!: string;
}
