import { WrittenGrantsPolicy } from '#contexts/grants/commands/grants-policy-content';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { DateField, ObjectField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** Program staff write down another version of the grant rules, for others to read and two to publish. */
export class DraftGrantsPolicy extends Requested {
  @DateField({ description: 'The first day on which it rules: today for the program, or later.' })
  effectiveFrom!: PlainDate;

  @ObjectField(() => WrittenGrantsPolicy)
  content!: GrantsPolicy;
}
