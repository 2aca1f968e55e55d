import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** The system notes that the time in which a new account is not paid is over: what a deadline asks, no person may. */
export class EndPayeeHold extends Requested {
  @IdField('ptr')
  partnerId!: PartnerId;
}
