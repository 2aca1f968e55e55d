import { Anticipated, BudgetItem, USES } from '#contexts/grants/commands/proposal-fields';
import type { UseCase } from '#contexts/grants/events/proposal-standing';
import type { PartnerId } from '#kernel/ids/entity-id';
import {
  ChoiceField,
  DateField,
  IdField,
  ListField,
  NamesField,
  QuarterField,
  StatesField,
  TextField,
} from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** A partner asks for a marketing grant (the brief, "Application and Allocation Process"). */
export class SubmitGrantProposal extends Requested {
  @IdField('ptr')
  partnerId!: PartnerId;

  @QuarterField()
  quarter!: string;

  @ChoiceField(USES)
  useCase!: UseCase;

  @TextField({ max: 200 })
  title!: string;

  @TextField({ max: 4_000 })
  targetAudience!: string;

  @TextField({ max: 4_000 })
  objectives!: string;

  @NamesField(/^[a-z0-9][a-z0-9-]*$/, 'ids of goals of the round, none twice', { min: 1, max: 20, each: 40 })
  goalIds!: string[];

  @ListField(() => Anticipated, { min: 1, max: 3 })
  anticipatedOutcomes!: Anticipated[];

  @StatesField({ description: 'Where it is to be heard of; one state or many.' })
  statesReached!: string[];

  @DateField({ description: 'Not before the round closes.' })
  startsOn!: PlainDate;

  @DateField()
  endsOn!: PlainDate;

  @ListField(() => BudgetItem, { min: 1, max: 50 })
  budget!: BudgetItem[];
}
