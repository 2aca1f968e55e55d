import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Ends all open offers of a partner that has left the network. Issued by the deadline of its exit. */
export class LapseOffers extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;
}
