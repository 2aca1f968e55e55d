import { DetailsStored } from '#contexts/partners/commands/details-stored';
import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField, ObjectField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Where the partner's money goes from now on. An act of two people, the second of finance. Made by the edge. */
export class ChangePayee extends Requested {
  @IdField('ptr', { path: true })
  partnerId!: PartnerId;

  @ObjectField(() => DetailsStored)
  bank!: DetailsStored;
}
