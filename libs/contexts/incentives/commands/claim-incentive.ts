import type { PartnerId } from '#kernel/ids/entity-id';
import {
  DateField,
  IdField,
  IntegerField,
  ListField,
  PatternField,
  Sha256Field,
  SubjectField,
  TextField,
} from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { SubjectId } from '#kernel/subjects/subject-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A file that proves a part of an outcome: uploaded before, named by its digest. */
export class ClaimedEvidence {
  @PatternField(/^[a-z][a-z-]{1,39}$/, 'a kind of evidence, as the catalogue names it', {
    max: 40,
    example: 'board-minutes',
  })
  kind!: string;

  @Sha256Field()
  sha256!: string;
}

/** A partner asks to be paid the incentive of an outcome (the brief, "Performance-Based Incentives"). */
export class ClaimIncentive extends Requested {
  @IdField('ptr')
  partnerId!: PartnerId;

  @PatternField(/^[a-z][a-z-]{1,59}$/, 'an outcome type of the catalogue', { max: 60, example: 'district-onboarded' })
  outcomeType!: string;

  @SubjectField()
  subjectId!: SubjectId;

  @DateField({ description: 'The day on which the outcome was reached; it decides the program year.' })
  outcomeDate!: PlainDate;

  @IntegerField({ optional: true, min: 0, max: 1_000_000, description: 'For amounts by number: teachers.' })
  units?: number;

  @TextField({ optional: true, max: 60 })
  courseCode?: string;

  @TextField({ optional: true, max: 60 })
  policyCode?: string;

  @ListField(() => ClaimedEvidence, { min: 0, max: 20 })
  evidence!: ClaimedEvidence[];

  @TextField({ optional: true, max: 2_000 })
  note?: string;
}
