import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { DateField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** A network begins with rules: issued by the system alone, when it is founded. People draft, and publish by two. */
export class PublishGrantsPolicy extends Requested {
  @DateField()
  effectiveFrom!: PlainDate;

  content!: GrantsPolicy;
}
