import type { PartnerId } from '#kernel/ids/entity-id';
import { IdField, IntegerField, PatternField, Sha256Field } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A file was stored; from now on a claim may name it. Issued by the upload endpoint, never typed by a caller. */
export class ReceiveEvidence extends Requested {
  @Sha256Field()
  sha256!: string;

  @IntegerField({ min: 1, max: 10 * 1024 * 1024 })
  bytes!: number;

  @PatternField(/^[a-z]+\/[a-z0-9.+-]+$/, 'a media type', { max: 100 })
  mediaType!: string;

  @IdField('ptr', { optional: true })
  partnerId?: PartnerId;
}
