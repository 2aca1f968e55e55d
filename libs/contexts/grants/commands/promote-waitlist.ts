import { QuarterField } from '#kernel/requested/field';
import { Requested } from '#kernel/requested/requested';

/** Gives money that came free to the lines that wait, by the same walk. */
export class PromoteWaitlist extends Requested {
  @QuarterField({ path: true })
  quarter!: string;
}
