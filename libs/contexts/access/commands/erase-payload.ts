import { Sha256Field, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** A stored payload (a file, or what a person is called) is made unreadable for good. */
export class ErasePayload extends Requested {
  @Sha256Field({ path: true, description: 'By which events refer to it.' })
  sha256!: string;

  @TextField({ max: 2_000, description: 'Why, in words without personal data: they stay.' })
  reason!: string;
}
