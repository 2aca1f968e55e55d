import { METRICS } from '#contexts/grants/commands/proposal-fields';
import type { OutcomeMetric } from '#contexts/grants/events/proposal-standing';
import type { AwardId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import {
  CentsField,
  ChoiceField,
  IdField,
  IntegerField,
  ListField,
  PatternField,
  Sha256Field,
  TextField,
} from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A number that the activity reached. */
export class Actual {
  @ChoiceField(METRICS)
  metric!: OutcomeMetric;

  @IntegerField({ min: 0, max: 1_000_000_000 })
  actual!: number;
}

/** A receipt or picture: uploaded before, named by its digest. */
export class ReportEvidence {
  @PatternField(/^[a-z][a-z-]{1,39}$/, 'a kind of evidence', { max: 40, example: 'receipt' })
  kind!: string;

  @Sha256Field()
  sha256!: string;
}

/** The partner tells what it spent and whom it reached. */
export class ReportAward extends Requested {
  @IdField('awd', { path: true })
  awardId!: AwardId;

  @CentsField()
  spentCents!: Cents;

  @ListField(() => Actual, { min: 1, max: 3 })
  actualOutcomes!: Actual[];

  @TextField({ optional: true, max: 2_000 })
  note?: string;

  @ListField(() => ReportEvidence, { optional: true, min: 0, max: 20 })
  evidence?: ReportEvidence[];
}
