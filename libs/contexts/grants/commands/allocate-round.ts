import { QuarterField, Sha256Field } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Decides the whole round. An act of two people: issued in both names when the second confirms what the first asked for. */
export class AllocateRound extends Requested {
  @QuarterField({ path: true })
  quarter!: string;

  @Sha256Field({ description: 'Of the slate that both people have seen: a dry run shows it.' })
  slateHash!: string;
}
