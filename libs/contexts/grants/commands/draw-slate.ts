import { QuarterField, Sha256Field } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Shows what a round would decide now. It decides nothing; `AllocateRound` then names the slate by its hash. */
export class DrawSlate extends Requested {
  @QuarterField({ path: true })
  quarter!: string;

  @Sha256Field({ optional: true, description: 'Of a slate seen before: another by now is said to be.' })
  slateHash?: string;
}
