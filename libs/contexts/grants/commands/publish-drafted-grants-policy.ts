import { VersionField } from '#kernel/requested/natural-key';
import { Requested } from '#kernel/requested/requested';

/** A drafted version of the grant rules takes effect; two people want it. */
export class PublishDraftedGrantsPolicy extends Requested {
  @VersionField()
  version!: number;
}
