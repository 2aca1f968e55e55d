import type { OutcomeArea, Uniqueness } from '#contexts/incentives/policy/incentives-policy';
import type { Cents } from '#kernel/money/cents';
import {
  CentsField,
  ChoiceField,
  IntegerField,
  ListField,
  NamesField,
  ObjectField,
  PatternField,
  TimeZoneField,
} from '#kernel/requested/field';
import { NameGroupsField } from '#kernel/requested/name-groups';
import type { SubjectKind } from '#kernel/subjects/subject-id';

// What each member is; whether they fit each other is the linter's question (policy/policy-flaws.ts).
const NAME = /^[a-z][a-z-]{1,59}$/;
const KIND = /^[a-z][a-z-]{1,39}$/;
const AREAS = [
  ...(['district-onboarding', 'strategic-planning', 'implementation-milestone'] as const),
  ...(['teacher-implementation', 'coach-cohort'] as const),
] satisfies readonly OutcomeArea[];
const SUBJECTS = ['district', 'school', 'cohort'] satisfies readonly SubjectKind[];
const SPANS = ['ever', 'program-year', 'half-year', 'rolling-years'] satisfies readonly Uniqueness['per'][];
const DAYS = { min: 0, max: 3_660 };

export class WrittenTier {
  @IntegerField({ min: 0, max: 1_000_000, description: 'From so many units on.' })
  from!: number;

  @CentsField()
  amountCents!: Cents;
}

export class WrittenAmount {
  @ChoiceField(['fixed', 'units'])
  by!: 'fixed' | 'units';

  @CentsField({ optional: true, description: 'Of a fixed amount.' })
  amountCents?: Cents;

  @PatternField(KIND, 'what is counted, in lower-case letters', { optional: true, max: 40, example: 'teachers' })
  unit?: string;

  @ListField(() => WrittenTier, { optional: true, min: 1, max: 20, description: 'Of an amount by units; they rise.' })
  tiers?: [WrittenTier, ...WrittenTier[]];
}

export class WrittenSpan {
  @ChoiceField(SPANS)
  per!: Uniqueness['per'];

  @IntegerField({ optional: true, min: 1, max: 99, description: 'Of rolling-years alone.' })
  years?: number;
}

export class WrittenCode {
  @ChoiceField(['courseCode', 'policyCode'], { description: 'Which member of a claim carries it.' })
  field!: 'courseCode' | 'policyCode';

  @NamesField(/^\S.{0,58}\S$|^\S$/u, 'codes of 1 to 60 characters, none twice', { min: 1, max: 100, each: 60 })
  values!: string[];
}

/** An entry of the catalogue, as program staff write it. */
export class WrittenOutcome {
  @PatternField(NAME, 'an outcome type in lower-case letters and dashes', { max: 60, example: 'coding-club-founded' })
  type!: string;

  @ChoiceField(AREAS)
  area!: OutcomeArea;

  @ObjectField(() => WrittenAmount)
  amount!: WrittenAmount;

  @ChoiceField(SUBJECTS)
  subject!: SubjectKind;

  @ObjectField(() => WrittenSpan)
  unique!: WrittenSpan;

  @ObjectField(() => WrittenCode, { optional: true })
  code?: WrittenCode;

  @NameGroupsField(KIND, 'kinds of evidence in lower-case letters and dashes', {
    ...{ groups: 10, names: 10, each: 40, example: [['master-schedule', 'course-page']] },
    description: 'Of every group one kind is needed.',
  })
  evidence!: string[][];
}

export class WrittenCalendar {
  @PatternField(/^\d\d-\d\d$/, 'a month and a day', { max: 5, example: '01-01' })
  firstDay!: string;

  @TimeZoneField()
  zone!: string;
}

/** The rules of incentives whole, as program staff write them. */
export class WrittenPolicy {
  @ObjectField(() => WrittenCalendar)
  program!: WrittenCalendar;

  @CentsField()
  annualCapCents!: Cents;

  @ChoiceField(['truncate', 'refuse'])
  whenShort!: 'truncate' | 'refuse';

  @CentsField()
  minimumCents!: Cents;

  @CentsField()
  maximumCents!: Cents;

  @IntegerField(DAYS)
  claimWindowDays!: number;

  @IntegerField(DAYS)
  appealWindowDays!: number;

  @IntegerField({ ...DAYS, optional: true })
  informationWindowDays?: number;

  @CentsField({ optional: true, description: 'A view warns beyond it; no decision asks for it.' })
  yearlyBudgetCents?: Cents;

  @ListField(() => WrittenOutcome, { min: 1, max: 100 })
  catalogue!: WrittenOutcome[];
}
