import { MomentField, QuarterField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Puts a round's deadline off before it passes. */
export class ExtendRound extends Requested {
  @QuarterField({ path: true })
  quarter!: string;

  @MomentField()
  closesAt!: string;

  @TextField({ max: 2_000 })
  reason!: string;
}
