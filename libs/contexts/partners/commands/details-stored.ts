import { IntegerField, Sha256Field } from '#kernel/requested/field';

/** A file that the edge has put away, salted, before it asks for anything. */
export class DetailsStored {
  @Sha256Field()
  sha256!: string;

  @IntegerField({ min: 1, max: 65_536 })
  bytes!: number;
}
