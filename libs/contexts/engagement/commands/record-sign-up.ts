import { DateField, IntegerField, SubjectField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { SubjectId } from '#kernel/subjects/subject-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A district, or a school that stands for itself, signed up for the district program. */
export class RecordSignUp extends Requested {
  @SubjectField({ path: true })
  districtId!: SubjectId;

  @DateField({ description: 'The day on which it was signed.' })
  signedOn!: PlainDate;

  @IntegerField({ min: 1, max: 4, description: 'The tier of the program.' })
  tier!: number;
}
