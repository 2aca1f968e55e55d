import { WrittenPolicy } from '#contexts/incentives/commands/policy-content';
import type { PolicyContent } from '#contexts/incentives/policy/policy-content';
import { DateField, ObjectField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** Program staff write down another version of the rules, for others to read and two to publish. */
export class DraftIncentivesPolicy extends Requested {
  @DateField({ description: 'The first day on which it rules: today for the program, or later.' })
  effectiveFrom!: PlainDate;

  @ObjectField(() => WrittenPolicy)
  content!: PolicyContent;
}
