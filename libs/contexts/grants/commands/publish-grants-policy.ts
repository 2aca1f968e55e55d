import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { DateField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';
import type { PlainDate } from '#kernel/time/plain-date';

/** A version of the rules takes effect. Issued when a network is founded; drafts and two-person publication come with it later. */
export class PublishGrantsPolicy extends Requested {
  @DateField()
  effectiveFrom!: PlainDate;

  content!: GrantsPolicy;
}
