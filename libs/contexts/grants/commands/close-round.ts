import { QuarterField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Ends a round's taking of proposals, at its deadline or before. */
export class CloseRound extends Requested {
  @QuarterField({ path: true })
  quarter!: string;
}
