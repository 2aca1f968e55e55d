import type { Cents } from '#kernel/money/cents';
import { CentsField, QuarterField, TextField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Changes the frozen cap of a round before it closes, with notice. */
export class ChangeRoundCap extends Requested {
  @QuarterField({ path: true })
  quarter!: string;

  @CentsField()
  capPerPartnerCents!: Cents;

  @TextField({ max: 2_000 })
  reason!: string;
}
