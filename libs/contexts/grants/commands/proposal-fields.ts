import type { OutcomeMetric, UseCase } from '#contexts/grants/events/proposal-standing';
import type { Cents } from '#kernel/money/cents';
import { CentsField, ChoiceField, IntegerField, PatternField, TextField } from '#kernel/requested/field';

/** What a grant may be used for (the brief, "Use Cases"). */
export const USES = [
  'conference',
  'booth-and-materials',
  'success-story-or-media',
  'event-sponsorship',
  'cs-ed-week-or-showcase',
] as const satisfies readonly UseCase[];

export const METRICS = [
  'people-reached',
  'districts-engaged',
  'teachers-recruited',
] as const satisfies readonly OutcomeMetric[];

/** A number that the activity is to reach. */
export class Anticipated {
  @ChoiceField(METRICS)
  metric!: OutcomeMetric;

  @IntegerField({ min: 0, max: 1_000_000_000 })
  target!: number;
}

/** A line of the budget: what is requested is the sum of quantity × unit cost. */
export class BudgetItem {
  @PatternField(/^[a-z][a-z-]{1,39}$/, 'a category, as the form names it', { max: 40, example: 'travel' })
  category!: string;

  @TextField({ max: 500 })
  description!: string;

  @IntegerField({ min: 1, max: 1_000_000 })
  quantity!: number;

  @CentsField()
  unitCents!: Cents;
}
