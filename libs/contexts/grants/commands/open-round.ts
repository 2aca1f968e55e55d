import { ListField, MomentField, PatternField, QuarterField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** An engagement goal of the quarter, against which proposals are scored. */
export class Goal {
  @PatternField(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and dashes', { max: 40, example: 'rural' })
  id!: string;

  @TextField({ max: 500 })
  text!: string;
}

/** Opens a quarter to proposals. */
export class OpenRound extends Requested {
  @QuarterField()
  quarter!: string;

  @MomentField()
  opensAt!: string;

  @MomentField({ description: 'The deadline, exclusive.' })
  closesAt!: string;

  @ListField(() => Goal, { min: 1, max: 20 })
  goals!: Goal[];
}
