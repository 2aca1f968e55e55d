import type { Payment, Release } from '#contexts/grants/policy/grants-policy';
import type { Cents } from '#kernel/money/cents';
import {
  BooleanField,
  CentsField,
  ChoiceField,
  IntegerField,
  ListField,
  NamesField,
  ObjectField,
  PatternField,
  TextField,
  TimeZoneField,
} from '#kernel/requested/field';

// What each member is; whether they fit each other is the linter's question (policy/policy-flaws.ts).
const CATEGORY = /^[a-z][a-z-]{1,39}$/;
const WORDS = 'a category of cost in lower-case letters and dashes';
const DAY = /^\d\d-\d\d$/;
const DAYS = { min: 0, max: 3_660 };

export class WrittenGrantCalendar {
  @PatternField(DAY, 'a month and a day', { max: 5, example: '01-01' })
  firstDay!: string;

  @TimeZoneField()
  zone!: string;
}

export class WrittenCapStep {
  @IntegerField({ min: 0, max: 1_000, description: 'From so much usage on, in percent of the base.' })
  fromPercent!: number;

  @CentsField()
  capCents!: Cents;
}

export class WrittenIneligible {
  @PatternField(CATEGORY, WORDS, { max: 40, example: 'salaries' })
  category!: string;

  @TextField({ max: 200 })
  because!: string;
}

export class WrittenForm {
  @IntegerField({ min: 1, max: 1_000_000 })
  version!: number;

  @NamesField(CATEGORY, 'categories of cost, none twice', { min: 1, max: 100, each: 40 })
  categories!: string[];

  @ListField(() => WrittenIneligible, { min: 0, max: 100 })
  ineligible!: WrittenIneligible[];
}

export class WrittenRubric {
  @IntegerField({ min: 0, max: 100, description: 'Percent; both weights together are 100.' })
  alignmentWeight!: number;

  @IntegerField({ min: 0, max: 100 })
  reachWeight!: number;

  @IntegerField({ min: 0, max: 1_000, description: 'Points of 100 to 500 below which nothing is funded; 0 for none.' })
  minScore!: number;

  @IntegerField({ min: 1, max: 20 })
  minReviews!: number;
}

/** The rules of marketing grants whole, as program staff write them. */
export class WrittenGrantsPolicy {
  @ObjectField(() => WrittenGrantCalendar)
  program!: WrittenGrantCalendar;

  @CentsField()
  yearlyPoolCents!: Cents;

  @ChoiceField(['quarterly', 'annual'])
  release!: Release;

  @PatternField(DAY, 'a month and a day', { max: 5, example: '02-28' })
  lapsesFrom!: string;

  @ListField(() => WrittenCapStep, { min: 1, max: 20 })
  capSteps!: [WrittenCapStep, ...WrittenCapStep[]];

  @IntegerField(DAYS)
  opensDaysBefore!: number;

  @IntegerField({ min: 0, max: 1_440 })
  graceMinutes!: number;

  @IntegerField({ min: 1, max: 1_000_000 })
  maxProposals!: number;

  @ObjectField(() => WrittenForm)
  form!: WrittenForm;

  @ObjectField(() => WrittenRubric)
  rubric!: WrittenRubric;

  @CentsField()
  minimumPartialCents!: Cents;

  @IntegerField({ min: 0, max: 100 })
  partialPercent!: number;

  @IntegerField(DAYS)
  acceptanceDays!: number;

  @ChoiceField(['advance', 'reimbursement'])
  payment!: Payment;

  @IntegerField(DAYS)
  reportDays!: number;

  @BooleanField()
  overdueReportBlocks!: boolean;
}
